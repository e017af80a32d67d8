export { apa, authorsOf, bibtex, type Cited, csl, escapeTex } from './citation.ts';
export { dayRead, evidenceText, rowName } from './evidence.ts';
export {
  type HandoutTexts,
  handoutTexts,
  type QuotedMeasure,
  quotedOfEach,
  recordParagraph,
} from './handout.ts';
export { type CodedQuantity, quantitiesOf } from './quantities.ts';
export {
  dateCharted,
  dateCounted,
  dateStated,
  drawnPeriod,
  placeAndDate,
  possiblePeriod,
  quantities,
  recordTitle,
  wordsStated,
} from './record.ts';
export { columnText, type ValueContext, valueText } from './value-text.ts';
