import { freePort } from '@article21/conventions/free-port';

// Chosen by the process that comes first; those that it starts inherit the choice.
process.env.BROWSER_TEST_PORTS ??= (await Promise.all([freePort(), freePort()])).join();
const [api, mirror] = process.env.BROWSER_TEST_PORTS.split(',');

/** Where the API serves the pages of the tests. */
export const API_URL = `http://localhost:${api}`;

/** Where a server of files has the exported site: under a path, as most web spaces would. */
export const MIRROR_URL = `http://localhost:${mirror}/some/where/`;
