export { snapshotFolder } from './layout.ts';
export type { MirrorReply } from './read/answer.ts';
export { createCountsFetch } from './read/counts-fetch.ts';
export { createMirrorFetch } from './read/mirror-fetch.ts';
export type { ReadFile } from './read/records.ts';
