/**
 * Snapshots of at most this many records are counted in the browser, also where an API serves them. Their cells take
 * about 240 kB (a fifth of that compressed), and a new choice then needs no request.
 */
export const LOCAL_COUNTS_LIMIT = 5000;
