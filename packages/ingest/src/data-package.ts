import { readFile } from 'node:fs/promises';
import { type DatasetMeta, datasetMetaSchema } from '@article21/model';
import { cleanCell } from './clean.ts';
import { locateFile } from './folder.ts';
import { formatOf, formats } from './formats/index.ts';
import type { Ledger, Problem } from './ledger.ts';

const FILE = 'datapackage.json';
const LARGEST = 1_000_000;
const EXAMPLE = 'copy the one of the embedded dataset and change its words';

/** The manifest of a dataset: what it says of itself, and the file of each table, where it names one. */
export interface DataPackage {
  /** Null when it was unreadable or wrong, which the ledger says. */
  meta: DatasetMeta | null;
  files: ReadonlyMap<string, string>;
}

/** Reads `datapackage.json` (Data Package v2; `created` is taken with or without a time, as its day). */
export async function readDataPackage(folder: string, ledger: Ledger): Promise<DataPackage> {
  const report = (column: string | null, problem: Problem) =>
    ledger.add({ file: FILE, row: null, column }, problem);
  const json = await readJson(folder, report);
  if (json === null) return { meta: null, files: new Map() };
  const unclean = forbiddenTexts(json, '');
  for (const { at, problem } of unclean) report(at, problem);
  const { created } = json;
  const day = typeof created === 'string' ? created.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1') : created;
  const parsed = datasetMetaSchema.safeParse({ ...json, created: day });
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = path.join('.');
    const code = Object.hasOwn(json, String(path[0])) ? 'invalid_value' : 'missing_value';
    report(name, { code, message: `${name} is not valid: ${message}`, hint: EXAMPLE });
  }
  const sound = parsed.success && unclean.length === 0;
  return { meta: sound ? parsed.data : null, files: filesOf(json.resources, report) };
}

type Report = (column: string | null, problem: Problem) => void;

async function readJson(folder: string, report: Report): Promise<Record<string, unknown> | null> {
  const located = await locateFile(folder, FILE);
  if (!located.ok) {
    report(null, { ...located.problem, hint: EXAMPLE });
    return null;
  }
  const unreadable = (message: string, hint: string) => {
    report(null, { code: 'unreadable_file', message, hint });
    return null;
  };
  if (located.bytes > LARGEST) return unreadable('the file is larger than 1 MB', EXAMPLE);
  const text = new TextDecoder().decode(await readFile(located.path));
  if (text.includes('\u{fffd}')) {
    const hint = 'save it again as UTF-8';
    report(null, { code: 'not_utf8', message: 'a letter is not readable as UTF-8', hint });
    return null;
  }
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return json as Record<string, unknown>;
    return unreadable('the file is not a JSON object', EXAMPLE);
  } catch (error) {
    const hint = 'look for a missing comma, quote or bracket there';
    return unreadable(`the file is not JSON: ${(error as SyntaxError).message}`, hint);
  }
}

/** Every text that cleaning refuses, with its path: `licenses.0.title`. */
function forbiddenTexts(value: unknown, at: string): { at: string; problem: Problem }[] {
  if (typeof value === 'string') {
    const cleaned = cleanCell(value);
    return cleaned.ok ? [] : [{ at, problem: cleaned.problem }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, it]) => forbiddenTexts(it, at === '' ? key : `${at}.${key}`));
}

/** The paths of the tables that `resources` names. */
function filesOf(resources: unknown, report: Report): Map<string, string> {
  const files = new Map<string, string>();
  if (resources === undefined) return files;
  const list = Array.isArray(resources) ? (resources as unknown[]) : null;
  if (!list)
    report('resources', { code: 'invalid_value', message: 'resources is not a list', hint: EXAMPLE });
  for (const [i, resource] of (list ?? []).entries()) {
    const { name, path, type } = (resource ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string' || typeof path !== 'string') {
      const message = 'a resource has no name, or not one path';
      const hint = 'give each resource a name and the path of one file';
      report(`resources.${i}`, { code: 'invalid_value', message, hint });
    } else if (type === 'table' && !formatOf(path)) {
      const known = formats.map(({ extension }) => `.${extension}`).join(', ');
      const hint = `save the table in a format that is read: ${known}`;
      report(`resources.${i}.path`, {
        code: 'unreadable_file',
        stated: path,
        message: 'unknown format',
        hint,
      });
    } else {
      files.set(name, path);
    }
  }
  return files;
}
