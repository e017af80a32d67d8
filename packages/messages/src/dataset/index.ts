export { apa, authorsOf, bibtex, type Cited, csl, escapeTex } from './citation.ts';
export { valueText } from './value-text.ts';
