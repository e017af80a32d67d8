/**
 * A snapshot of at most so many records is counted in the browser of whoever reads it, also where an API serves it: its
 * cells are some 240 kB, a fifth of that compressed, and no network stands between a choice and its chart.
 */
export const AT_HAND = 5000;
