import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Cells } from '@article21/model';
import type { Manifest, Snapshot, Store, VerifyReport } from '@article21/store';
import type { Call } from './command.ts';
import { readDataset } from './dataset.ts';
import { withScratch } from './scratch.ts';
import { localFiles, openDataDir } from './store.ts';

type Problems = VerifyReport['problems'];

/**
 * Derives records, counts, texts, outlines and the manifest anew from the published files of a sound snapshot, and answers
 * where those that it holds are others. The id is a hash of the published files alone, so that somebody who can write DATA_DIR could change
 * what was derived from them and make the manifest fit. Nothing is written into DATA_DIR.
 */
export function derivationProblems(store: Store, id: string, call: Call): Promise<Problems> {
  return withScratch(async (scratch) => {
    if ((await store.manifest(id)).format === 3) return [NOT_DERIVED];
    const anew = await openDataDir({ ...call, dataDir: scratch, storeUrl: null });
    const published = join(await localFiles(store, id, call), 'files');
    const result = await anew.publish(published, (dir) => readDataset(dir, call), { by: 'verify' });
    if (!result.ok) {
      const [{ file, message } = { file: '', message: '' }] = result.issues;
      return [{ file: `files/${file}`, problem: `is refused by this version of the program: ${message}` }];
    }
    const [held, made] = [await store.open(id), await anew.open(result.id)];
    try {
      return await differences(held, made);
    } finally {
      await Promise.all([held.close(), made.close()]);
    }
  });
}

/** What was followed: whoever published it can derive it, and its signature says that it is theirs. */
const NOT_DERIVED = {
  file: 'manifest.json',
  problem: 'is that of a public edition, which lacks the published files that all else could be derived from',
};

async function differences(held: Snapshot, made: Snapshot): Promise<Problems> {
  const problems: Problems = [];
  const differs = (file: string, what: string) =>
    problems.push({
      file,
      problem: `${what} what this version of the program derives from the published files: it was altered, or derived by another version`,
    });
  for (const path of changedFiles(held.manifest, made.manifest, 'files/'))
    problems.push({ file: path, problem: 'was changed while it was read' });
  for (const path of changedFiles(held.manifest, made.manifest, 'texts/')) differs(path, 'is not');
  const others = otherMembers(held.manifest, made.manifest);
  if (others.length > 0) differs('manifest.json', `says of ${others.join(', ')} something else than`);
  for (const path of otherDerived(held.manifest, made.manifest)) differs(path, 'is not');
  if (JSON.stringify(held.catalogue) !== JSON.stringify(made.catalogue)) differs('catalogue.json', 'is not');
  if (!sameCells(await held.cells(), await made.cells())) differs('cells.bin', 'does not count');
  const record = await firstOtherRecord(held, made);
  if (record !== null) differs(held.manifest.recordsFile, `has another record ${record} than`);
  return problems;
}

/**
 * The members of a manifest that say other things than that of what was derived anew. Left out is what another salt or
 * another engine changes, and the files, which are compared by what they hold.
 */
function otherMembers(held: Snapshot['manifest'], made: Snapshot['manifest']): string[] {
  const metas = new Set([...Object.keys(held.meta), ...Object.keys(made.meta)]);
  const others = [...metas].filter(
    (name) => !isDeepStrictEqual(Reflect.get(held.meta, name), Reflect.get(made.meta, name)),
  );
  return [
    ...others.map((name) => `meta.${name}`),
    ...(['records', 'tallies'] as const).filter((name) => !isDeepStrictEqual(held[name], made[name])),
  ];
}

/** Compared by what is read from them: their bytes are other ones in another version of the program. */
const readFrom: readonly string[] = ['catalogue.json', 'cells.bin'];

/**
 * The other files that one holds beside those that were published, their texts and what is read below, with other bytes than
 * what was derived anew. Earlier versions of the program made fewer.
 */
function otherDerived(held: Snapshot['manifest'], made: Snapshot['manifest']): string[] {
  const anew = new Map(made.files.map(({ path, sha256 }) => [path, sha256]));
  return held.files
    .filter(({ path }) => !/^(?:files|texts)\//.test(path) && ![...readFrom, held.recordsFile].includes(path))
    .filter(({ path, sha256 }) => anew.get(path) !== sha256)
    .map(({ path }) => path);
}

/** The files of a folder that one of two manifests lacks, or lists with another hash. */
function changedFiles(
  held: Pick<Manifest, 'files'>,
  made: Pick<Manifest, 'files'>,
  folder: string,
): string[] {
  const [a, b] = [held, made].map(
    ({ files }) =>
      new Map(files.filter(({ path }) => path.startsWith(folder)).map((it) => [it.path, it.sha256])),
  ) as [Map<string, string>, Map<string, string>];
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort();
}

const summed = ['low', 'high', 'open', 'approximate', 'unnumbered', 'numbered', 'records'] as const;

/** Whether two snapshots count the same of every measure that both count, however their rows are divided. */
function sameCells(a: Cells, b: Cells): boolean {
  const shared = new Set(a.measures.filter((id) => b.measures.includes(id)));
  const [sums, others] = [sumsOf(a, shared), sumsOf(b, shared)];
  if (sums.size !== others.size) return false;
  for (const [key, values] of sums)
    if (!others.get(key)?.every((value, i) => value === values[i])) return false;
  return true;
}

function sumsOf(cells: Cells, measures: ReadonlySet<string>): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  for (let i = 0; i < cells.place.length; i++) {
    const measure = cells.vocabulary.measureIds[cells.measure[i] ?? 0] ?? '';
    if (!measures.has(measure)) continue;
    const { phase, basis, from, to, day, combination } = cells;
    const key = [
      measure,
      cells.places[cells.place[i] ?? 0],
      phase[i],
      basis[i],
      from[i],
      to[i],
      day[i],
      combination[i],
    ].join();
    const before = sums.get(key);
    sums.set(
      key,
      summed.map((column, j) => (before?.[j] ?? 0) + (cells[column][i] ?? 0)),
    );
  }
  return sums;
}

/** The id of the first record that differs, or that only one of the two has; null where all are equal. */
async function firstOtherRecord(held: Snapshot, made: Snapshot): Promise<string | null> {
  const { allRecords } = await import('@article21/answers/changes');
  const [a, b] = [allRecords(held.records), allRecords(made.records)];
  for (;;) {
    const [one, other] = [await a.next(), await b.next()];
    if (one.done && other.done) return null;
    if (JSON.stringify(one.value) !== JSON.stringify(other.value))
      return (one.value ?? other.value)?.id ?? null;
  }
}
