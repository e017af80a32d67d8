export {
  type MirrorManifest,
  printManifest,
  readMirrorManifest,
  sealFiles,
} from './manifest.ts';
