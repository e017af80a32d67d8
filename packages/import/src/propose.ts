import { basename } from 'node:path';
import type { RawRow, TableHead, TablePart, TableProblem } from '@article21/ingest/tables';
import type { Remark } from '@article21/messages/importing';
import type { HeaderRole } from '@article21/messages/typed';
import { usualVocabulary, type Vocabulary } from '@article21/model';
import { type Mapping, mappingSchema } from '@article21/model/mapping';
import { attributeNamed } from './attributes.ts';
import { linksIn } from './checks.ts';
import { readDate } from './dates.ts';
import { gazetteer } from './gazetteer.ts';
import { columnsNamed, findHeader, type Header } from './header.ts';
import { countRows, roleOf } from './header-roles.ts';
import { idFrom } from './ids.ts';
import { readNumber } from './numbers.ts';
import { type ColumnRole, type Columns, kindsIn, recordsOf, sharedOf } from './roles.ts';
import { TO_BE_FILLED } from './rules.ts';
import { templateMapping } from './template-mapping.ts';

/** How many rows are looked at: enough to tell a date from a number, and little time. */
const LOOKED_AT = 1_000;

/** `columns` are all that the table has. */
export type Proposed =
  | { mapping: Mapping; columns: readonly string[]; remarks: readonly Remark[] }
  | { problem: TableProblem };

interface ProposeOptions {
  table: string;
  folder: string;
  today: string;
  /** The row that names the columns, where somebody has said it. */
  header?: number | undefined;
  /** What the folder declares: a column is an attribute by its label. The usual one where it is not given. */
  vocabulary?: Vocabulary;
}

/**
 * Proposes how a table becomes a dataset, from the names of its columns and what stands in the first rows. What only its
 * author can know is `?`, and asked when it is used, and so are columns that no field takes: what nobody recognises may be what the
 * table is about.
 */
export async function proposeMapping(
  parts: AsyncIterable<TablePart>,
  { table, folder, today, header: numbered, vocabulary = usualVocabulary }: ProposeOptions,
): Promise<Proposed> {
  const rows: RawRow[] = [];
  let head: TableHead | null = null;
  for await (const part of parts) {
    if ('problem' in part) return part;
    if ('head' in part) head = part.head;
    if ('rows' in part) rows.push(...part.rows);
    if (rows.length >= LOOKED_AT) break;
  }
  const header = findHeader(rows, numbered === undefined ? headerWords(rows) : [], numbered);
  if (head === null || header === null)
    return {
      problem: {
        row: null,
        code: 'no_rows',
        message: 'the table has no rows',
        hint: 'look whether the right sheet was saved',
      },
    };
  const columns = createColumns(header, rows);
  const template = await templateMapping(header.names, vocabulary);
  const roles = template === null ? rolesOf(header, columns, vocabulary) : template.roles;
  const language = languageOf(header.names.join(' '));
  const file = basename(table).replace(/\.[^.]+$/, '');
  const source = idFrom(file, 'table');
  const links = roles.get('link');
  const mapping: Mapping = mappingSchema.parse({
    version: 1,
    table: { ...(head.sheet === null ? {} : { sheet: head.sheet }), header: header.row },
    dataset: {
      name: idFrom(basename(folder), 'dataset'),
      title: TO_BE_FILLED,
      language,
      licence: TO_BE_FILLED,
      created: today,
    },
    source: {
      ...{
        id: source,
        // A file named .csv has no title in its name.
        title: file.trim() === '' ? TO_BE_FILLED : file,
        publisher: TO_BE_FILLED,
        language,
        visibility: 'public',
        rights: TO_BE_FILLED,
      },
      ...(links ? { links: { columns: [links], accessed: today } } : {}),
    },
    key: roles.has('key') ? [roles.get('key')] : [],
    places: {
      ...countryOf(columns.cells(roles.get('place') ?? roles.get('region'))),
      ...(roles.has('region') ? { region: roles.get('region') } : {}),
    },
    ...(template?.fields ?? { shared: sharedOf(roles), records: recordsOf(roles, columns) }),
  });
  const remarks = decideColumns(mapping, header, { columns, roles });
  return {
    mapping,
    columns: header.names,
    remarks: [
      ...otherSheets(head),
      { code: 'header', values: { row: header.row } },
      ...remarks,
      ...(links ? [{ code: 'accessed' as const, values: { day: today } }] : []),
    ],
  };
}

/** Leaves out in a mapping the column that only counts the rows, and those without name and cells; answers what was found of each. */
function decideColumns(
  mapping: Mapping,
  { names }: Header,
  { columns, roles }: { columns: Columns; roles: ReadonlyMap<ColumnRole, string> },
): Remark[] {
  const numbering = roles.get('row_number');
  const fields = [...roles].filter(([role]) => role !== 'row_number');
  const used = new Set(columnsNamed(mapping));
  const isBlank = (name: string) => /^\[[A-Z]+\]$/.test(name) && columns.cells(name).length === 0;
  const left = names.filter((name) => !used.has(name) && (name === numbering || isBlank(name)));
  const open = names.filter((name) => !used.has(name) && !left.includes(name));
  mapping.columns = Object.fromEntries(left.map((name) => [name, 'ignore' as const]));
  const found = fields.filter(([, name]) => used.has(name));
  return [
    ...found.map(([role, name]) => roleRemark(role, name)),
    ...listed('open_columns', open),
    ...listed('row_numbers', numbering === undefined ? [] : [numbering]),
  ];
}

/** Which sheet was taken of several: the table may stand on another. */
function otherSheets({ sheet, sheets }: TableHead): Remark[] {
  const others = sheets.filter((it) => it !== sheet);
  return sheet === null || others.length === 0
    ? []
    : [{ code: 'other_sheets', values: { sheet, sheets: others } }];
}

function roleRemark(role: string, column: string): Remark {
  return { code: 'role', values: { column, role } };
}

function listed(code: Remark['code'], columns: readonly string[]): Remark[] {
  return columns.length === 0 ? [] : [{ code, values: { columns } }];
}

function createColumns(header: Header, rows: readonly RawRow[]): Columns {
  const below = rows.filter(({ row }) => row > header.row);
  return {
    cells: (name) => {
      const at = name === undefined ? -1 : header.at(name);
      return at === -1 ? [] : below.flatMap(({ cells }) => (cells[at] ?? '').trim() || []);
    },
  };
}

/** The names among the first rows that look like those of columns, so that titles above them are not taken for it. */
function headerWords(rows: readonly RawRow[]): string[] {
  const cells = rows
    .slice(0, 21)
    .flatMap(({ cells }) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()));
  const named = cells.filter((cell) => roleOf(cell) !== null);
  return new Set(named).size >= 2 ? named : [];
}

/** Which column has which role: by its name where that is known and its cells agree, else by its cells alone. */
function rolesOf(header: Header, columns: Columns, vocabulary: Vocabulary): Map<ColumnRole, string> {
  const roles = new Map<ColumnRole, string>();
  for (const name of header.names) {
    const attribute = attributeNamed(name, vocabulary);
    if (attribute !== null && !roles.has(attribute)) {
      roles.set(attribute, name);
      continue;
    }
    const role = roleByCells(roleOf(name), columns.cells(name));
    if (role !== null && !roles.has(role) && agrees(role, columns.cells(name))) roles.set(role, name);
  }
  const parts = roles.has('year') && (roles.has('month') || roles.has('day'));
  if (roles.has('date') || !parts) for (const part of ['day', 'month', 'year'] as const) roles.delete(part);
  const free = () => header.names.filter((name) => ![...roles.values()].includes(name));
  for (const role of parts ? (['link'] as const) : (['date', 'link'] as const)) {
    if (roles.has(role)) continue;
    const found = free().find((name) => share(columns.cells(name), role) > 0.8);
    if (found !== undefined) roles.set(role, found);
  }
  const kinds = roles.has('kind') ? undefined : free().find((name) => areKinds(columns.cells(name)));
  if (kinds !== undefined) roles.set('kind', kinds);
  return roles;
}

/** Whether most cells name a kind, and few other things: comments begin with such words, too, and are all different. */
function areKinds(cells: readonly string[]): boolean {
  const different = new Set(cells);
  const named = Object.keys(kindsIn([...different]));
  return different.size <= cells.length / 2 + 3 && named.length > different.size / 2;
}

/** What the cells say of a role that a name has, where it may have two. */
function roleByCells(named: HeaderRole | null, cells: readonly string[]): HeaderRole | null {
  // A number with gaps is not that of the row in its file, but the row's own.
  if (named === 'row_number' && !countRows(cells)) return 'key';
  // A column "fines" counts them, unless its cells are sums of money.
  return named === 'fine' && areMoney(cells) ? 'amount' : named;
}

/** Whether most cells are sums of money, which name their currency. */
function areMoney(cells: readonly string[]): boolean {
  const sums = cells.filter(
    (cell) =>
      readNumber(cell, { money: false }).is === 'asked' && readNumber(cell, { money: true }).is === 'read',
  );
  return sums.length > cells.length / 2;
}

function agrees(role: HeaderRole, cells: readonly string[]): boolean {
  if (role === 'date' || role === 'link') return share(cells, role) > 0.5;
  if (role === 'key') return new Set(cells).size === cells.length && cells.length > 0;
  return cells.length > 0;
}

/** How many of some cells are dates, or addresses. */
function share(cells: readonly string[], role: 'date' | 'link'): number {
  if (cells.length === 0) return 0;
  const isOne = (cell: string) => {
    if (role === 'link') return linksIn(cell).length > 0;
    const read = readDate(cell, {});
    // A plain year or number is more often something else.
    return (
      (read.is === 'read' && !/^\d{1,4}$/.test(cell)) || (read.is === 'open' && read.decision !== 'serials')
    );
  };
  return cells.filter(isOne).length / cells.length;
}

/** So many times more people live in the towns of one country than in those of the same names in another. */
const FAR_LARGER = 10;

/** The country in which most of the cells name a town; none where no country has most of them. */
function countryOf(cells: readonly string[]) {
  const times = new Map<string, number>();
  for (const cell of cells) times.set(cell, (times.get(cell) ?? 0) + 1);
  const places = gazetteer();
  const counts = new Map<string, { cells: number; people: number }>();
  for (const [name, n] of times) {
    const largest = new Map<string, number>();
    for (const { country, population } of places.named(name))
      largest.set(country, Math.max(population, largest.get(country) ?? 0));
    for (const [country, population] of largest) {
      const { cells = 0, people = 0 } = counts.get(country) ?? {};
      counts.set(country, { cells: cells + n, people: people + population });
    }
  }
  const [best, second] = [...counts].sort(([, a], [, b]) => b.cells - a.cells || b.people - a.people);
  if (best === undefined || best[1].cells <= cells.length / 2) return {};
  const isClear =
    second === undefined ||
    best[1].cells > second[1].cells ||
    // A table of Berlin and Potsdam is of Germany, and not of two villages in New York.
    best[1].people > second[1].people * FAR_LARGER;
  return isClear ? { country: best[0] } : {};
}

function languageOf(text: string): string {
  if (/[әғқңөұүһі]/iu.test(text)) return 'kk';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  return /[äöüß]/iu.test(text) ? 'de' : 'en';
}
