export { type Language, languages } from '@article21/languages';
export { type Annotation, annotationSchema } from './annotation.ts';
export { type Assembly, assemblySchema } from './assembly.ts';
export {
  type Attributes,
  attributeColumn,
  attributeDigits,
  attributeFilter,
  attributeFilters,
  attributeIn,
  combinationOf,
  type DeclaredAttribute,
  type DeclaredValue,
  declaredAttributeSchema,
  filterDigits,
  filteredAttributes,
  hasAttributes,
  MOST_ATTRIBUTE_VALUES,
  MOST_ATTRIBUTES,
  orUnstated,
  UNSTATED,
} from './attribute.ts';
export { fromBase64url, toBase64url } from './base64url.ts';
export {
  type CellColumn,
  type CellSources,
  type Cells,
  cellBases,
  cellColumns,
  cellPhase,
  cellPhases,
  createCells,
  decodeCells,
  encodeCells,
  NO_DAY,
  NOT_QUOTED,
  OPEN_END,
  OPEN_START,
} from './cells.ts';
export type { CodedMessage, TableProblemCode, TableRemarkCode } from './coded-message.ts';
export { type CountColumns, columnsOf, readColumns } from './count-columns.ts';
export { countedDays } from './counted-days.ts';
export {
  type Count,
  type Counted,
  type Counts,
  type DaySpan,
  noCounts,
  type OpenPart,
  type Possible,
  type Total,
  type Undated,
} from './counts.ts';
export { type Coverage, coverageSchema } from './coverage.ts';
export {
  type DatasetMeta,
  type DatasetReading,
  datasetMetaSchema,
  type Finding,
  type FindingKind,
  type Issue,
  type IssueCode,
  issueCodes,
  type Tally,
  type Warning,
  type WarningCode,
  warningCodes,
} from './dataset.ts';
export { datasetFiles } from './dataset-files.ts';
export { type Day, dateOf, dayOf, parseDay, printDay } from './day.ts';
export { undrawable } from './drawable.ts';
export {
  add,
  type Estimate,
  equals,
  estimateSchema,
  exactly,
  isBounded,
  isUnnumbered,
  numberedOf,
  sum,
  unstated,
} from './estimate.ts';
export { convertToCents, LARGEST_EUROS, toCents } from './euros.ts';
export {
  type CitedRow,
  citedCells,
  citedRowSchema,
  type Evidence,
  type EvidenceLink,
  evidenceSchema,
  isQuoted,
  isWithheld,
  linkSchema,
  type Quotation,
  quotationSchema,
  type TableRows,
  tableRowsSchema,
  withheld,
} from './evidence.ts';
export { type FoundPart, fold, foldedWords, foundParts } from './fold.ts';
export { declaredIdSchema, idPattern, idSchema, isDeclaredId, isId, LONGEST_DECLARED_ID } from './id.ts';
export {
  isTranslated,
  type LocalText,
  localText,
  type Translations,
  textIn,
  textsOf,
  translated,
  translationsIn,
  translationsOf,
} from './local-text.ts';
export { type Arc, shownArc, smallestArc } from './longitude.ts';
export {
  defaultMeasures,
  type MeasureId,
  measureIdSchema,
  measureIds,
  measures,
  openingMeasures,
  type UsualMeasureId,
} from './measures/index.ts';
export {
  type Measure,
  type MeasureColour,
  measureColours,
  quantities,
  units,
} from './measures/measure.ts';
export { type Money, parseMoney, printMoney } from './money.ts';
export { monthNamed } from './month-names.ts';
export {
  LARGEST_QUANTITY,
  type NotationProblem,
  type Parsed,
  parseQuantity,
  printQuantity,
} from './notation.ts';
export { currencyIn, currencyNamed, isInLegalUnits } from './notation-hints.ts';
export { type Outline, outlineSchema } from './outline.ts';
export { contains, isDay, overlaps, type Period, parsePeriod, printPeriod } from './period.ts';
export { type Place, placeKinds, placeSchema } from './place.ts';
export { createPlaceTree, type PlaceTree } from './place-tree.ts';
export { type Policy, type PolicyRule, type Precision, policySchema, precisionSchema } from './policy.ts';
export {
  type PublishedCounts,
  type PublishedEnds,
  publishCounts,
  publishedEnds,
  readCounts,
} from './published.ts';
export {
  type PublishedRecord,
  publishedRecordSchema,
  publishRecord,
  readQuantities,
  readRecord,
} from './published-record.ts';
export { firstIssues } from './query/issues.ts';
export { type Key, type Keys, type Known, oneOf, placesKey, textKey, type ValuesOf } from './query/key.ts';
export { chartKeys, LONGEST_TITLE, snapshotKey } from './query/keys.ts';
export {
  emptyOf,
  emptyQuery,
  parseKeys,
  parseQuery,
  printKeys,
  printQuery,
  queryKeys,
} from './query/parse.ts';
export {
  type AxisChoice,
  axisChoices,
  type ChartQuery,
  type EvidenceFilter,
  evidenceFilters,
  type Grouping,
  groupings,
  isByPlace,
  namesNoMeasure,
  type PhaseFilter,
  phaseFilters,
  type QueryIssue,
  type RowGrouping,
  rowGrouping,
  type Theme,
  themes,
  unnamed,
  withoutLook,
} from './query/query.ts';
export { type QuotedPart, quotedParts, wholeWords } from './quoted-parts.ts';
export { keepRecent } from './recent.ts';
export {
  type Amount,
  amountSchema,
  type Basis,
  bases,
  type Charted,
  type Conversion,
  chartedSchema,
  type Kind,
  kindSchema,
  kinds,
  type Phase,
  phases,
  type Quantity,
  quantitySchema,
  type Rate,
  type RestrictionRecord,
  rateSchema,
  recordSchema,
  type UsualKind,
} from './record.ts';
export {
  isRetractionReason,
  type Retraction,
  type RetractionReason,
  retractionReasonSchema,
  retractionReasons,
  retractionSchema,
} from './retraction.ts';
export { isSnapshotId, snapshotIdPattern } from './snapshot-id.ts';
export {
  LONGEST_PART,
  type Source,
  type SourceTable,
  sourceKinds,
  sourceSchema,
  visibilities,
} from './source.ts';
export {
  bucketCount,
  bucketName,
  bucketStart,
  daysCounted,
  nextBucket,
  parseBucket,
  type Step,
  steps,
} from './step.ts';
export {
  createVocabulary,
  type Declared,
  type DeclaredKind,
  type DeclaredMeasure,
  declaredKindSchema,
  declaredMeasureSchema,
  declaredSchema,
  MOST_DECLARED_MEASURES,
  measure,
  usualVocabulary,
  type Vocabulary,
} from './vocabulary.ts';
export { webLink } from './web-link.ts';
