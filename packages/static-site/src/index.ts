export { snapshotFolder } from './layout.ts';
export { createMirrorFetch, type MirrorReply } from './read/answer.ts';
export type { ReadFile } from './read/records.ts';
