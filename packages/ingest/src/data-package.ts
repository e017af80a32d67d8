import { readFile } from 'node:fs/promises';
import { type DatasetMeta, datasetMetaSchema, webLink } from '@article21/model';
import { cleanCell } from './clean.ts';
import type { Problem } from './findings.ts';
import { locateFile } from './folder.ts';
import { notDrawn } from './header.ts';
import type { IssueLog } from './issue-log.ts';
import { repeatedKey } from './json-object.ts';

const FILE = 'datapackage.json';
const LARGEST = 1_000_000;
const DEEPEST = 20;
const EXAMPLE = 'copy the one of the embedded dataset and change its words';

/** The manifest of a dataset: what it says of itself, and the file of each table, where it names one. */
export interface DataPackage {
  /** Null when it was unreadable or wrong, which the issue log says. */
  meta: DatasetMeta | null;
  files: ReadonlyMap<string, string>;
}

/** Reads `datapackage.json` (Data Package v2; `created` is taken with or without a time, as its day). */
export async function readDataPackage(
  folder: string,
  issueLog: IssueLog,
  undrawable: (text: string) => readonly string[] = () => [],
): Promise<DataPackage> {
  const report = (column: string | null, problem: Problem) =>
    issueLog.add({ file: FILE, row: null, column }, problem);
  const raw = await readJson(folder, report);
  if (raw === null) return { meta: null, files: new Map() };
  let clean = true;
  const json = cleanTexts(raw, [], (column, problem) => {
    clean = false;
    report(column, problem);
  }) as Record<string, unknown>;
  const { created } = json;
  const day = typeof created === 'string' ? created.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1') : created;
  const parsed = datasetMetaSchema.safeParse({ ...json, created: day });
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = path.join('.');
    const given = Object.hasOwn(json, String(path[0]));
    if (given)
      report(name, { code: 'invalid_value', message: `${name} is not valid: ${message}`, hint: EXAMPLE });
    else report(name, { code: 'missing_value', message: `${name} is missing`, hint: EXAMPLE });
  }
  const refused = linksRefused(json, report);
  warnOfLetters(json, undrawable, issueLog);
  return {
    meta: parsed.success && clean && !refused ? parsed.data : null,
    files: filesOf(json.resources, raw.resources, report),
  };
}

/** Reports what pages would offer as a link and is no address of the web: `javascript:` runs where it is clicked. */
function linksRefused({ homepage, licenses }: Record<string, unknown>, report: Report): boolean {
  const links: [column: string, text: unknown][] = [['homepage', homepage]];
  for (const [i, licence] of (Array.isArray(licenses) ? (licenses as unknown[]) : []).entries())
    links.push([`licenses.${i}.path`, (licence as { path?: unknown } | null)?.path]);
  const wrong = links.filter(
    ([, text]) => typeof text === 'string' && hasScheme(text) && webLink(text) === null,
  );
  for (const [column, text] of wrong)
    report(column, {
      code: 'invalid_value',
      stated: String(text),
      message: `${column} is not an address of the web`,
      hint: 'write an address that begins with https:// or http://',
    });
  return wrong.length > 0;
}

/** Whether a text is an address of some kind, and no path within the dataset. */
function hasScheme(text: string): boolean {
  return /^\s*[a-z][a-z\d+.-]*:/i.test(text) || URL.canParse(text);
}

/** What of the manifest stands in pictures, in every language. */
const DRAWN = /^(?:title|description)(?:_[a-z]{2})?$/;

/** `"confirmed": ["letters_not_drawn"]` in the manifest does what the column of this name does in a table. */
function warnOfLetters(
  json: Record<string, unknown>,
  undrawable: (text: string) => readonly string[],
  issueLog: IssueLog,
): void {
  const { confirmed } = json;
  if (Array.isArray(confirmed) && confirmed.includes('letters_not_drawn')) return;
  for (const column of Object.keys(json).filter((key) => DRAWN.test(key))) {
    const stated = json[column];
    const letters = typeof stated === 'string' ? undrawable(stated) : [];
    const otherwise = 'if it must be so, add "confirmed": ["letters_not_drawn"]';
    if (typeof stated === 'string' && letters.length > 0)
      issueLog.warn(
        { file: FILE, row: null, column },
        { ...notDrawn(letters, 'or boxes', otherwise), stated },
      );
  }
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
    const repeated = repeatedKey(text);
    if (repeated !== null)
      return unreadable(
        `${JSON.stringify(repeated)} stands twice in one pair of braces`,
        'remove one of them: only the last would count',
      );
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return json as Record<string, unknown>;
    return unreadable('the file is not a JSON object', EXAMPLE);
  } catch (error) {
    const hint = 'look for a missing comma, quote or bracket there';
    return unreadable(`the file is not JSON: ${(error as SyntaxError).message}`, hint);
  }
}

/** The same JSON with every text cleaned; reports those that cannot be, by their path: `licenses.0.title`. */
function cleanTexts(value: unknown, path: readonly string[], report: Report): unknown {
  if (typeof value === 'string') {
    const cleaned = cleanCell(value);
    if (cleaned.ok) return cleaned.text;
    report(path.join('.'), cleaned.problem);
    return '';
  }
  if (typeof value !== 'object' || value === null) return value;
  if (path.length >= DEEPEST) {
    const message = `something is nested more than ${DEEPEST} levels deep`;
    report(path.slice(0, 3).join('.'), { code: 'invalid_value', message, hint: EXAMPLE });
    return null;
  }
  if (Array.isArray(value)) return value.map((it, i) => cleanTexts(it, [...path, String(i)], report));
  const entries = Object.entries(value).map(([key, it]) => [key, cleanTexts(it, [...path, key], report)]);
  return Object.fromEntries(entries);
}

/** The paths that `resources` names, letter for letter. A resource that holds its data itself has none. */
function filesOf(resources: unknown, typed: unknown, report: Report): Map<string, string> {
  const files = new Map<string, string>();
  if (resources === undefined) return files;
  const wrong = (column: string, message: string, hint: string) =>
    report(column, { code: 'invalid_value', message, hint });
  if (!Array.isArray(resources)) {
    wrong('resources', 'resources is not a list', EXAMPLE);
    return files;
  }
  for (const [i, resource] of (resources as unknown[]).entries()) {
    const { name, path } = (resource ?? {}) as Record<string, unknown>;
    const at = `resources.${i}`;
    if (typeof name !== 'string') wrong(at, 'a resource has no name', 'give each resource a name of its own');
    else if (files.has(name)) wrong(at, `two resources are called ${name}`, 'keep only one of them');
    else if (typeof path === 'string') files.set(name, path && typedPath(typed, i));
    else if (path !== undefined) wrong(at, 'path is not one path', 'name one file for each resource');
  }
  return files;
}

/** The path of a resource as it is in the file: cleaning composes letters, and names of files are not text. */
function typedPath(resources: unknown, i: number): string {
  const { path } = (resources as { path: string }[])[i] ?? { path: '' };
  return path.trim();
}
