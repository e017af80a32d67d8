const port = Number(process.env.BROWSER_TEST_PORT || 4399);

/** Where the API serves the pages of the tests. */
export const API_URL = `http://localhost:${port}`;

/** Where a server of files has the exported site: under a path, as most web spaces would. */
export const MIRROR_URL = `http://localhost:${port + 100}/some/where/`;
