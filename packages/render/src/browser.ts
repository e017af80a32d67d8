/** What draws in a browser, too; it has no fonts of its own. */
export type { FaceName, FontFile, Sources } from './fonts.ts';
export { createVectorRenderer, type VectorRenderer } from './vector.ts';
