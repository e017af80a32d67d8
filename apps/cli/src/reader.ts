import { fileURLToPath } from 'node:url';

/** In the built program a file of somebody else's is read in a process of its own; from the sources, in this one. */
export const reader = import.meta.url.endsWith('.ts')
  ? null
  : fileURLToPath(new URL('./table-reader.js', import.meta.url));
