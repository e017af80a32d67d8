export { type MirrorManifest, printManifest, readMirrorManifest, sealFiles } from './manifest.ts';
export { type PublicKey, printKeyId, printPublicKey, printSignature, readPublicKey } from './minisign.ts';
export { isLocked, readSecretKey, type SigningKey } from './secret-key.ts';
export type { Signed } from './signed.ts';
export { MISSING, type MirrorReport, type VerifyOptions, verifyMirror } from './verify.ts';
