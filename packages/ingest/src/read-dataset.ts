import {
  type DatasetMeta,
  type DatasetReading,
  type Policy,
  parseDay,
  type Rate,
  type RestrictionRecord,
  type Tally,
} from '@article21/model';
import { readDataPackage } from './data-package.ts';
import { createIssueLog, type FoundInDataset, type IssueLog } from './issue-log.ts';
import { protectsSensitive, readPolicy, reportUnknownRecords } from './public-edition/read-policy.ts';
import { type Context, readContext } from './tables/context.ts';
import { openTables, type TableOptions, type Tables } from './tables/open.ts';
import { readRecords, type Sensitive } from './tables/records.ts';
import { type Referred, readReferred } from './tables/referred.ts';

export interface ReadOptions extends TableOptions {
  /** How many findings of each file, column and code are listed; all are counted. 100 if nothing is said. */
  most?: number;
}

/** A dataset being read, and all that was found in it: complete, as `issues()`, when the records are exhausted. */
export interface Reading extends DatasetReading {
  found(): FoundInDataset;
  /** What is published of it; null where that is all. */
  policy: Policy | null;
  /** The ids of records that are marked as sensitive; those of a record are there when it is read. */
  sensitive: ReadonlySet<string>;
  rates: readonly (Rate & { currency: string })[];
}

/** Either a reading, or what is wrong with a package of which a needed file cannot be read at all. */
export type Outcome =
  | { ok: true; reading: Reading }
  | { ok: false; found: FoundInDataset; issues: FoundInDataset['issues']; tallies: readonly Tally[] };

/**
 * Reads a dataset from a folder with `datapackage.json`, `records.csv`, `evidence.csv`, `places.csv`, `sources.csv`,
 * the sources' texts and, where it has them, `kinds.csv`, `measures.csv`, `attributes.csv`, `assemblies.csv`, `rates.csv`,
 * `coverage.csv` and `annotations.csv`.
 *
 * Everything but the records is read at once, so `issues()` begins with what is wrong there; it and `tallies()` are
 * complete when `records()` is exhausted. While there are issues, rows may refer to places, sources and assemblies that
 * were refused and are absent. Bad data never throws; a folder that is not there does, as does a second `records()`.
 */
export async function readDataset(folder: string, options: ReadOptions = {}): Promise<Outcome> {
  const issueLog = createIssueLog(options.most);
  const manifest = await readDataPackage(folder, issueLog, options.undrawable);
  const tables = await openTables(folder, manifest, issueLog, options);
  const { meta } = manifest;
  const created = meta === null ? null : parseDay(meta.created);
  const referred = await readReferred(tables, folder, created, issueLog);
  const context = await readContext(tables, referred, issueLog);
  const policy = await readPolicy(
    folder,
    { places: referred.places.sound, sources: referred.sources.sound, declared: referred.declared },
    issueLog,
  );
  const protection = {
    policy,
    sensitive: { ids: new Set<string>(), isProtected: policy !== null && protectsSensitive(policy) },
  };
  const records = recordsOf(tables, referred, protection, issueLog);
  if (meta !== null && tables.complete)
    return {
      ok: true,
      reading: readingOf(meta, { ...referred, ...context, ...protection }, records, issueLog),
    };
  // All the rest is read too, so that everything is told at once.
  for await (const _ of records);
  const found = issueLog.found();
  return { ok: false, found, issues: found.issues, tallies: issueLog.tallies() };
}

interface Protection {
  policy: Policy | null;
  sensitive: Sensitive;
}

function recordsOf(
  { records }: Tables,
  referred: Referred,
  { policy, sensitive }: Protection,
  issueLog: IssueLog,
): AsyncGenerator<RestrictionRecord> {
  if (!records) return noRecords();
  const read = readRecords(records, { ...referred, sensitive }, issueLog, issueLog.tally(records.file));
  return policy === null ? read : notingNamed(read, policy, issueLog);
}

async function* noRecords(): AsyncGenerator<RestrictionRecord> {}

/** Reports, when all are read, what a policy names and is no record. */
async function* notingNamed(
  records: AsyncGenerator<RestrictionRecord>,
  policy: Policy,
  issueLog: IssueLog,
): AsyncGenerator<RestrictionRecord> {
  const named = new Set(policy.rules.flatMap(({ when }) => when.record ?? []));
  const met = new Set<string>();
  for await (const record of records) {
    if (named.has(record.id)) met.add(record.id);
    yield record;
  }
  reportUnknownRecords(policy, met, issueLog);
}

function readingOf(
  meta: DatasetMeta,
  {
    declared,
    places,
    sources,
    assemblies,
    rates,
    coverage,
    annotations,
    policy,
    sensitive,
  }: Referred & Context & Protection,
  records: AsyncGenerator<RestrictionRecord>,
  issueLog: IssueLog,
): Reading {
  const read = [...sources.sound.values()];
  const shown = read.filter(({ source }) => source.visibility === 'public');
  let isIterated = false;
  return {
    meta,
    vocabulary: declared.vocabulary,
    places: [...places.sound.values()],
    sources: read.map(({ source }) => source),
    assemblies: [...assemblies.sound.values()].map(({ assembly }) => assembly),
    coverage,
    annotations,
    texts: new Map(shown.flatMap(({ source, text }) => (source.kind === 'text' ? [[source.id, text]] : []))),
    tables: new Map(shown.flatMap(({ source, table }) => (table === null ? [] : [[source.id, table]]))),
    records() {
      if (isIterated) throw new Error('the records of a reading can be read once; read the dataset again');
      isIterated = true;
      return records;
    },
    issues: () => issueLog.found().issues,
    found: issueLog.found,
    tallies: issueLog.tallies,
    conversions: rates.used,
    policy,
    sensitive: sensitive.ids,
    rates: rates.all(),
  };
}
