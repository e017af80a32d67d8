import { mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, posix, sep } from 'node:path';
import {
  problem,
  type TableChoice,
  type TableFormat,
  type TablePart,
  type TableProblem,
} from './table-format.ts';
import { openPacked } from './zip.ts';

const MANIFEST = 'datapackage.json';

/** A Data Package: its `datapackage.json`, or a ZIP file with that in it. Its resources are its sheets. */
export function dataPackage(formatOf: (path: string) => TableFormat | null): TableFormat {
  return {
    id: 'data-package',
    extensions: ['zip'],
    read: (path, choice) =>
      basename(path) === MANIFEST ? readFolder(path, choice, formatOf) : readZip(path, choice, formatOf),
  };
}

/** Whether a path is that of a Data Package that is a folder. */
export function isManifest(path: string): boolean {
  return basename(path) === MANIFEST;
}

type FormatOf = (path: string) => TableFormat | null;

async function* readFolder(path: string, choice: TableChoice, formatOf: FormatOf): AsyncGenerator<TablePart> {
  const resource = resourceIn(await readFile(path, 'utf8'), choice.sheet);
  if ('problem' in resource) return yield resource;
  const file = join(dirname(path), resource.path);
  const there = await realFile(file);
  if (there !== null && !there.startsWith(`${await realpath(dirname(path))}${sep}`))
    return yield leadsOut(resource.path);
  if (there === null)
    return yield problem(
      { code: 'package_file', values: { path: resource.path } },
      `the Data Package names ${resource.path}, and there is no such file`,
      'put the file there',
    );
  yield* readResource(file, resource, choice, formatOf);
}

async function* readZip(path: string, choice: TableChoice, formatOf: FormatOf): AsyncGenerator<TablePart> {
  const opened = await openPacked(path);
  if (!opened.ok) return yield { problem: opened.problem };
  const { names, read } = opened.packed;
  const manifest = names.find((name) => posix.basename(name) === MANIFEST);
  const bytes = manifest === undefined ? null : await read(manifest);
  if (manifest === undefined || bytes === null)
    return yield problem(
      'package_manifest',
      `the ZIP file has no ${MANIFEST}`,
      'unpack it, and import the table itself',
    );
  const resource = resourceIn(bytes.toString('utf8'), choice.sheet);
  if ('problem' in resource) return yield resource;
  const table = await read(posix.join(posix.dirname(manifest), resource.path));
  if (table === null)
    return yield problem(
      { code: 'package_file', values: { path: resource.path } },
      `the Data Package names ${resource.path}, and the ZIP file does not have it`,
      'pack it again with all its files',
    );
  const folder = await mkdtemp(join(tmpdir(), 'article21-table-'));
  try {
    const file = join(folder, `table${extname(resource.path)}`);
    await writeFile(file, table, { mode: 0o600 });
    yield* readResource(file, resource, choice, formatOf);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Resource {
  name: string;
  path: string;
  names: string[];
  encoding: string | undefined;
  separator: string | undefined;
}

async function* readResource(
  file: string,
  resource: Resource,
  choice: TableChoice,
  formatOf: FormatOf,
): AsyncGenerator<TablePart> {
  const format = formatOf(file);
  if (format === null || isManifest(file) || format.extensions.includes('zip'))
    return yield problem(
      { code: 'package_kind', values: { path: resource.path } },
      `the table ${resource.path} of the Data Package is of no kind that is read`,
      'save it as CSV',
    );
  const { encoding = resource.encoding, separator = resource.separator } = choice;
  for await (const part of format.read(file, { encoding, separator }))
    yield 'head' in part ? { head: { ...part.head, sheet: resource.name, sheets: resource.names } } : part;
}

/** Where a file really is, by whatever links; null where there is none. */
async function realFile(path: string): Promise<string | null> {
  try {
    const real = await realpath(path);
    return (await stat(real)).isFile() ? real : null;
  } catch {
    // Not there, or nothing that can be looked at: said by whoever asked.
    return null;
  }
}

function leadsOut(path: string): { problem: TableProblem } {
  return problem(
    { code: 'package_path', values: { path } },
    `the path ${path} leads out of the Data Package`,
    'import the table itself',
  );
}

/** The resource that was named, else the first with a path of its own, which may not lead out of the package. */
function resourceIn(text: string, named: string | undefined): Resource | { problem: TableProblem } {
  let resources: unknown;
  try {
    ({ resources } = Object(JSON.parse(text)) as { resources?: unknown });
  } catch (error) {
    return problem(
      { code: 'not_json', values: { detail: (error as SyntaxError).message } },
      `${MANIFEST} is not JSON: ${(error as SyntaxError).message}`,
      'write it again',
    );
  }
  const listed = (Array.isArray(resources) ? (resources as Record<string, unknown>[]) : []).filter(
    (it) => typeof it?.name === 'string' && typeof it.path === 'string',
  );
  const names = listed.map(({ name }) => String(name));
  const found = named === undefined ? listed[0] : listed.find(({ name }) => name === named);
  if (found === undefined)
    return problem(
      { code: 'package_table', values: { tables: names } },
      named === undefined
        ? `${MANIFEST} names no table with a path`
        : `the Data Package has no table ${named}`,
      names.length > 0 ? `name one of: ${names.join(', ')}` : 'name its tables under "resources"',
    );
  const path = posix.normalize(String(found.path));
  if (path.startsWith('..') || posix.isAbsolute(path) || path.includes('\\') || /^[a-z]+:/i.test(path))
    return leadsOut(path);
  const dialect = (found.dialect ?? {}) as { delimiter?: unknown };
  const encoding = typeof found.encoding === 'string' ? found.encoding.toLowerCase() : undefined;
  if (encoding !== undefined && !isEncoding(encoding))
    return problem(
      { code: 'package_encoding', values: { stated: encoding.slice(0, 100) } },
      `the Data Package names an encoding that there is not: ${JSON.stringify(encoding.slice(0, 100))}`,
      'take "encoding" out, and it is found, or write utf-8',
    );
  const separator = typeof dialect.delimiter === 'string' ? dialect.delimiter : undefined;
  if (separator !== undefined && !isSeparator(separator))
    return problem(
      { code: 'package_separator', values: { stated: separator.slice(0, 100) } },
      `the Data Package names a separator that cannot separate cells: ${JSON.stringify(separator.slice(0, 100))}`,
      'take "delimiter" out, and it is found, or write ","',
    );
  return { name: String(found.name), path, names, encoding, separator };
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    // It has no other way of saying that it knows none of this name.
    return false;
  }
}

/** Anything that does not end a line or a quotation itself. */
function isSeparator(text: string): boolean {
  return text !== '' && !/["\r\n]/.test(text);
}
