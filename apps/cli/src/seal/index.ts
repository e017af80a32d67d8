export { printManifest, sealFiles } from './manifest.ts';
export {
  inspectSignature,
  type PublicKey,
  printKeyId,
  printPublicKey,
  printSignature,
  readPublicKey,
} from './minisign.ts';
export { isLocked, readSecretKey, type SigningKey } from './secret-key.ts';
export { MISSING, type MirrorReport, verifyMirror } from './verify.ts';
