import { fileURLToPath } from 'node:url';

/** Where the built dashboard stands, seen from this file and from the built program alike. */
export const dashboardFolder = fileURLToPath(new URL('../../dashboard/dist-mirror', import.meta.url));
