import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { RawRow } from './format.ts';
import { LARGEST_FILE, problem, type TableFormat, type TablePart, tooLong } from './table-format.ts';

const LARGEST_JSON = 200_000_000;
const PART = 1_000;
const MOST_COLUMNS = 2_000;

/** A list of objects, or an object that holds one. */
export const json: TableFormat = { id: 'json', extensions: ['json'], read: readJson };
/** An object in each line. */
export const ndjson: TableFormat = { id: 'ndjson', extensions: ['ndjson', 'jsonl'], read: readLines };

type Item = Readonly<Record<string, unknown>>;

async function* readJson(path: string): AsyncGenerator<TablePart> {
  const { size } = await stat(path);
  if (size > LARGEST_JSON)
    return yield problem(
      'too_large',
      'the file is larger than 200 MB',
      'save it as NDJSON, an object in each line',
    );
  let value: unknown;
  try {
    value = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    return yield problem(
      { code: 'not_json', values: { detail: (error as SyntaxError).message } },
      `the file is not JSON: ${(error as SyntaxError).message}`,
      'save it again from the program that made it',
    );
  }
  const found = itemsIn(value);
  if (found === null)
    return yield problem(
      'no_list',
      'the file holds no list of objects',
      'write [ { "column": "cell", … }, … ]',
    );
  yield {
    head: {
      format: 'json',
      encoding: 'utf-8',
      separator: null,
      sheet: found.name,
      sheets: found.name === null ? [] : [found.name],
    },
  };
  yield* tableOf([found.items], namesIn(found.items));
}

async function* readLines(path: string): AsyncGenerator<TablePart> {
  const { size } = await stat(path);
  if (size > LARGEST_FILE)
    return yield problem('too_large', 'the file is larger than 2 GB', 'cut it into several');
  // Twice: which columns there are is known when the last line is.
  const names = new Set<string>();
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    const item = itemIn(line);
    if (item === undefined)
      return yield problem(
        'no_object',
        `line ${number} is not a JSON object`,
        'write one object in each line',
        number,
      );
    for (const name of Object.keys(item ?? {})) names.add(name);
    if (names.size > MOST_COLUMNS)
      return yield problem(
        'too_many_columns',
        `the objects have more than ${MOST_COLUMNS.toLocaleString('en')} names`,
        'give them the same names',
      );
  }
  yield { head: { format: 'ndjson', encoding: 'utf-8', separator: null, sheet: null, sheets: [] } };
  yield* tableOf(partsOf(path), [...names]);
}

async function* partsOf(path: string): AsyncGenerator<Item[]> {
  let items: Item[] = [];
  for await (const line of linesOf(path)) {
    items.push(itemIn(line) ?? {});
    if (items.length < PART) continue;
    yield items;
    items = [];
  }
  yield items;
}

function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
}

/** Null of an empty line, undefined of what is no object. */
function itemIn(line: string): Item | null | undefined {
  if (line.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(line.replace(/^\ufeff/, ''));
    return isItem(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The table: names first, as a sheet would have it. */
async function* tableOf(
  parts: Iterable<readonly Item[]> | AsyncIterable<readonly Item[]>,
  names: readonly string[],
): AsyncGenerator<TablePart> {
  yield { rows: [{ row: 1, cells: names }] };
  let number = 1;
  for await (const items of parts) {
    const rows: RawRow[] = items.map((item) => {
      number += 1;
      return { row: number, cells: names.map((name) => cellOf(ownOf(item, name))) };
    });
    const long = rows.map(tooLong).find((it) => it !== null);
    if (long) return yield long;
    yield { rows };
  }
}

function itemsIn(value: unknown): { name: string | null; items: Item[] } | null {
  if (Array.isArray(value))
    return value.length > 0 && value.every(isItem) ? { name: null, items: value } : null;
  if (!isItem(value)) return null;
  for (const [name, inside] of Object.entries(value))
    if (Array.isArray(inside) && inside.length > 0 && inside.every(isItem)) return { name, items: inside };
  return null;
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function namesIn(items: readonly Item[]): string[] {
  return [...new Set(items.flatMap((item) => Object.keys(item)))].slice(0, MOST_COLUMNS);
}

/** A name that JavaScript has for every object, `constructor`, is a column like any other. */
function ownOf(item: Item, name: string): unknown {
  return Object.hasOwn(item, name) ? item[name] : undefined;
}

/** Lists of words beside each other, as several links in a cell are; other things inside as JSON. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((it) => typeof it !== 'object')) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
