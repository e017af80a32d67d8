/** The words of `ingest` itself are English. */
export const faults = null;
