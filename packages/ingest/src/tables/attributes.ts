import {
  type Attributes,
  attributeColumn,
  attributeFilter,
  type DeclaredAttribute,
  type DeclaredValue,
  declaredIdSchema,
  isTranslated,
  LONGEST_DECLARED_ID,
  MOST_ATTRIBUTE_VALUES,
  MOST_ATTRIBUTES,
  type Translations,
  translationsOf,
  UNSTATED,
} from '@article21/model';
import { createIssueLog, type IssueLog } from '../issue-log.ts';
import { didYouMean } from '../nearest.ts';
import { type Row, readSchema, translations, translationsIn } from '../row.ts';
import { readTable, type TableFile } from '../table.ts';
import { createSimilarNames } from '../warnings/similar.ts';

const columns = {
  id: { need: 'value', max: LONGEST_DECLARED_ID },
  value: { need: 'column', max: LONGEST_DECLARED_ID },
  ...translations('label', { max: 60, drawn: 'or boxes' }, 'one'),
  ...translations('definition', { max: 1_000 }),
} as const;
type AttributeRow = Row<keyof typeof columns>;

/** The attributes of a dataset, and what rows may name beside the sound ones without a second issue. */
export interface ReadAttributes {
  attributes: readonly DeclaredAttribute[];
  /** Ids of attributes that were refused, and filters of values that were. */
  refused: ReadonlySet<string>;
}

export const noAttributes: ReadAttributes = { attributes: [], refused: new Set() };

/** Reads `attributes.csv`: a row without a value declares an attribute, one with a value a value of it, in any order. */
export async function readAttributes(file: TableFile, issueLog: IssueLog): Promise<ReadAttributes> {
  const named = await readNames(file);
  const refused = new Set<string>();
  const attributes = new Map<string, Translations<'label' | 'definition'>>();
  const values = new Map<string, DeclaredValue[]>();
  const seen = new Map<string, number>();
  const similar = new Map<string, ReturnType<typeof createSimilarNames>>();
  for await (const row of readTable(file, columns, issueLog, issueLog.tally(file.file))) {
    const id = readDeclaredId(row, 'id');
    const value = readDeclaredId(row, 'value');
    const stated =
      row.typed('value') === '' ? row.typed('id') : attributeFilter(row.typed('id'), row.typed('value'));
    const texts = translationsIn(row, ['label', 'definition']);
    if (id !== null && !row.refused('value')) {
      checkOnce(row, stated, seen);
      if (value === null) checkAttribute(row, id, { texts, named, others: attributes.size });
      else checkValue(row, id, { value, named, others: values.get(id)?.length ?? 0 });
    }
    if (id === null || !isTranslated(texts, 'label') || !row.sound) {
      refused.add(stated);
      continue;
    }
    if (value === null) attributes.set(id, texts);
    else values.set(id, [...(values.get(id) ?? []), { id: value, ...texts }]);
    const names = similar.get(value === null ? '' : id) ?? createSimilarNames();
    similar.set(value === null ? '' : id, names);
    translationsOf('label').some((column) => names.look(row, column));
  }
  const sound = [...attributes].flatMap(([id, texts]) => {
    const own = values.get(id);
    if (own === undefined) refused.add(id);
    return own === undefined ? [] : [{ id, ...texts, values: own }];
  });
  return { attributes: sound, refused };
}

/** The columns that records have of attributes, also of those that were refused. */
export function attributeColumns({ attributes, refused }: ReadAttributes) {
  const ids = [...attributes.map(({ id }) => id), ...[...refused].filter((it) => !it.includes(':'))];
  const column = { need: 'nothing', max: LONGEST_DECLARED_ID } as const;
  return Object.fromEntries(ids.map((id) => [attributeColumn(id), column]));
}

/** The attributes that a record states; absent where it states none. */
export function readRecordAttributes<C extends string>(
  row: Row<C>,
  { attributes, refused }: ReadAttributes,
): { attributes?: Attributes } {
  const stated: Attributes = {};
  for (const { id, values } of attributes) {
    const column = attributeColumn(id) as C;
    const value = row.get(column);
    if (value === null || refused.has(attributeFilter(id, value))) continue;
    if (values.some((it) => it.id === value)) stated[id] = value;
    else
      row.report(
        column,
        unknownValue(
          id,
          value,
          values.map((it) => it.id),
        ),
      );
  }
  return Object.keys(stated).length === 0 ? {} : { attributes: stated };
}

function unknownValue(id: string, value: string, known: readonly string[]) {
  const otherwise =
    `write one of: ${known.join(', ')}; leave the cell empty where no source states it; or declare the value in ` +
    `attributes.csv: ${id}, its value, and its label`;
  return {
    code: 'invalid_value' as const,
    message: `${id} has no such value`,
    hint: () =>
      value === UNSTATED ? 'leave the cell empty: that is "not stated"' : didYouMean(value, known, otherwise),
  };
}

/** Which attributes the rows of a file declare, and of which they declare a value: rows may stand in any order. */
interface Names {
  attributes: ReadonlySet<string>;
  valued: ReadonlySet<string>;
}

async function readNames(file: TableFile): Promise<Names> {
  const unheard = createIssueLog();
  const attributes = new Set<string>();
  const valued = new Set<string>();
  for await (const row of readTable(
    { ...file, onProgress: () => {} },
    columns,
    unheard,
    unheard.tally(file.file),
  ))
    (row.typed('value') === '' ? attributes : valued).add(row.typed('id'));
  return { attributes, valued };
}

function readDeclaredId(row: AttributeRow, column: 'id' | 'value'): string | null {
  return readSchema(
    row,
    column,
    declaredIdSchema,
    `write for example ${column === 'id' ? 'topic' : 'labour'}`,
  );
}

function checkOnce(row: AttributeRow, stated: string, seen: Map<string, number>): void {
  const first = seen.get(stated);
  if (first === undefined) seen.set(stated, row.number);
  else
    row.report(row.get('value') === null ? 'id' : 'value', {
      code: 'duplicate_id',
      message: `${stated} is already declared in row ${first}`,
      hint: 'leave one of the rows out',
    });
}

function checkAttribute(
  row: AttributeRow,
  id: string,
  { texts, named, others }: { texts: Translations<'definition'>; named: Names; others: number },
): void {
  if (!isTranslated(texts, 'definition') && !translationsOf('definition').some((it) => row.refused(it)))
    row.report('definition_en', {
      code: 'missing_value',
      message: 'the attribute has no definition',
      hint: 'say in one of the languages what a record must state to have a value of it',
    });
  if (!named.valued.has(id))
    row.report('id', {
      code: 'missing_value',
      message: `${id} has no values`,
      hint: `add a row for each value: ${id}, the value's id, and its label`,
    });
  if (others >= MOST_ATTRIBUTES)
    row.report(null, {
      code: 'invalid_value',
      message: `the dataset declares more than ${MOST_ATTRIBUTES} attributes`,
      hint: `keep the ${MOST_ATTRIBUTES} by which readers will look for records`,
    });
}

function checkValue(
  row: AttributeRow,
  id: string,
  { value, named, others }: { value: string; named: Names; others: number },
): void {
  if (value === UNSTATED)
    row.report('value', {
      code: 'invalid_value',
      message: `every attribute has the value ${UNSTATED}`,
      hint: 'leave the row out: it is what records have whose cell is empty',
    });
  if (!named.attributes.has(id))
    row.report('id', {
      code: 'invalid_value',
      message: `no row declares the attribute ${id} itself`,
      hint: `add a row with the id ${id}, an empty value, and the attribute's label and definition`,
    });
  if (others >= MOST_ATTRIBUTE_VALUES)
    row.report(null, {
      code: 'invalid_value',
      message: `${id} has more than ${MOST_ATTRIBUTE_VALUES} values`,
      hint: 'put rare ones together: a filter is a choice from a list that can be read',
    });
}
