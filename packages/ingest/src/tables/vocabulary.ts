import {
  createVocabulary,
  type DeclaredKind,
  type DeclaredMeasure,
  isTranslated,
  type Kind,
  kinds,
  LONGEST_DECLARED_ID,
  MOST_DECLARED_MEASURES,
  measureIds,
  quantities,
  translationsOf,
  type Vocabulary,
} from '@article21/model';
import type { FileTally, IssueLog } from '../issue-log.ts';
import { didYouMean } from '../nearest.ts';
import { quantityNeeds } from '../quantities.ts';
import { createDeclaredIds, type Row, readWord, translations, translationsIn } from '../row.ts';
import { readTable, type TableFile } from '../table.ts';
import { createSimilarNames } from '../warnings/similar.ts';
import { noAttributes, type ReadAttributes, readAttributes } from './attributes.ts';
import type { Tables } from './open.ts';

/** The kinds, measures and attributes of a dataset, and what rows may name beside the sound ones without a second issue. */
export interface ReadVocabulary {
  vocabulary: Vocabulary;
  /** Ids in rows of `kinds.csv` that were refused. */
  refused: ReadonlySet<string>;
  /** Whether that file could be read to its end. */
  complete: boolean;
  attributes: ReadAttributes;
}

const id = { need: 'value', max: LONGEST_DECLARED_ID } as const;
/** A label stands in headings of charts, in lists and in names of sheets. */
const label = translations('label', { max: 60, drawn: 'or boxes' }, 'one');
const definition = translations('definition', { max: 1_000 }, 'one');
const kindColumns = { id, ...label, ...definition } as const;
const measureColumns = {
  id,
  kind: { need: 'value', max: LONGEST_DECLARED_ID },
  quantity: { need: 'value', max: 10 },
  ...label,
  ...definition,
  ...translations('unit', { max: 30, drawn: 'or boxes' }),
  ...translations('caveat', { max: 1_000 }),
} as const;
type MeasureRow = Row<keyof typeof measureColumns>;

/** Reads what a dataset declares of its own; where it has none of the files, what every dataset has. */
export async function readVocabulary(
  { kinds: kindFile, measures: measureFile, attributes: attributeFile, absent }: Tables,
  issueLog: IssueLog,
): Promise<ReadVocabulary> {
  const refused = new Set<string>();
  const tally = kindFile && issueLog.tally(kindFile.file);
  const declared = kindFile && tally ? await readKinds(kindFile, refused, issueLog, tally) : [];
  const complete = !absent.has('kinds') && (tally?.complete ?? true);
  const known = {
    vocabulary: createVocabulary({ kinds: declared, measures: [] }),
    attributes: noAttributes,
    ...{ refused, complete },
  };
  const measures = measureFile
    ? await readMeasures(measureFile, known, issueLog, issueLog.tally(measureFile.file))
    : [];
  const attributes = attributeFile ? await readAttributes(attributeFile, issueLog) : noAttributes;
  const own = attributes.attributes.length > 0 ? { attributes: [...attributes.attributes] } : {};
  return { ...known, attributes, vocabulary: createVocabulary({ kinds: declared, measures, ...own }) };
}

/** Reads the kind of a record or a measure; null when the cell is empty or was refused. */
export function readKind<C extends string>(
  row: Row<C>,
  column: C,
  { vocabulary, refused, complete }: ReadVocabulary,
): Kind | null {
  const stated = row.get(column);
  if (stated === null || vocabulary.kinds.includes(stated)) return stated;
  if (refused.has(stated) || !complete) return null;
  row.report(column, {
    code: 'invalid_value',
    message: `${column} is none of the known words`,
    hint: () =>
      didYouMean(
        stated,
        vocabulary.kinds,
        `write one of: ${vocabulary.kinds.join(', ')}; or declare it in kinds.csv, with its label and definition`,
      ),
  });
  return null;
}

async function readKinds(
  file: TableFile,
  refused: Set<string>,
  issueLog: IssueLog,
  tally: FileTally,
): Promise<DeclaredKind[]> {
  const readOnce = createDeclaredIds<keyof typeof kindColumns>('id', { usual: kinds, what: 'kind' });
  const similar = createSimilarNames();
  const read: DeclaredKind[] = [];
  for await (const row of readTable(file, kindColumns, issueLog, tally)) {
    const stated = row.get('id');
    const kindId = readOnce(row);
    const texts = translationsIn(row, ['label', 'definition']);
    if (kindId !== null && isTranslated(texts, 'label') && isTranslated(texts, 'definition') && row.sound) {
      read.push({ id: kindId, ...texts });
      translationsOf('label').some((column) => similar.look(row, column));
    } else if (stated !== null) refused.add(stated);
  }
  return read;
}

async function readMeasures(
  file: TableFile,
  known: ReadVocabulary,
  issueLog: IssueLog,
  tally: FileTally,
): Promise<DeclaredMeasure[]> {
  const readOnce = createDeclaredIds<keyof typeof measureColumns>('id', {
    usual: measureIds,
    what: 'measure',
  });
  const similar = createSimilarNames();
  const read: DeclaredMeasure[] = [];
  for await (const row of readTable(file, measureColumns, issueLog, tally)) {
    const measure = readMeasure(row, readOnce(row), known);
    if (!measure || !row.sound) continue;
    if (read.length === MOST_DECLARED_MEASURES) reportOneTooMany(row);
    else read.push(measure);
    translationsOf('label').some((column) => similar.look(row, column));
  }
  return read;
}

function readMeasure(
  row: MeasureRow,
  measureId: string | null,
  known: ReadVocabulary,
): DeclaredMeasure | null {
  const kind = readKind(row, 'kind', known);
  const quantity = readWord(row, 'quantity', quantities);
  if (kind !== null && quantity !== null) checkStated(row, kind, quantity);
  if (quantity === 'amount') checkUnit(row);
  const texts = translationsIn(row, ['label', 'definition', 'unit', 'caveat']);
  if (measureId === null || kind === null || quantity === null) return null;
  if (!isTranslated(texts, 'label') || !isTranslated(texts, 'definition')) return null;
  return { id: measureId, kind, quantity, ...texts };
}

/** Records of the kinds of every dataset have but some of the quantities: a sum of what none may state is always empty. */
function checkStated(row: MeasureRow, kind: Kind, quantity: (typeof quantities)[number]): void {
  const needs = quantityNeeds(kind);
  if (quantity === 'records' || needs[quantity] !== undefined) return;
  row.report('quantity', {
    code: 'invalid_value',
    message: `records of kind ${kind} have no ${quantity}`,
    hint: `write one of: ${['records', ...Object.keys(needs)].join(', ')}; or correct the kind`,
  });
}

function checkUnit(row: MeasureRow): void {
  for (const column of translationsOf('unit').filter((it) => row.get(it) !== null))
    row.report(column, {
      code: 'invalid_value',
      message: 'amounts are told in euros',
      hint: 'leave the unit of a measure of amounts empty',
    });
}

/** As many as there are colours: two measures of one colour could not be told apart in a chart. */
function reportOneTooMany(row: MeasureRow): void {
  row.report(null, {
    code: 'invalid_value',
    message: `the dataset declares more than ${MOST_DECLARED_MEASURES} measures`,
    hint: `keep the ${MOST_DECLARED_MEASURES} that matter most; each has a colour of its own in charts`,
  });
}
