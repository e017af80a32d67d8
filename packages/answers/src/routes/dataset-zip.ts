import { endpoints } from '@article21/contract';
import type { Words } from '@article21/messages';
import { bases, LONGEST_PART } from '@article21/model';
import { HttpProblem } from '../http-problem.ts';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';
import { publicParquet } from '../public-parquet.ts';
import { readQuery } from '../query.ts';
import { route } from '../route.ts';
import { dayColumns, recordColumnsOf, recordRows } from '../sheet/records-table.ts';
import { csvOf } from './records-csv.ts';

/** The most records; larger datasets are mirrored or followed instead. */
const MOST_RECORDS = 100_000;
const MOST_BYTES = 64 * 2 ** 20;

export const datasetZip = route(endpoints.datasetZip, ({ loaded, words }) => {
  refuseLarge(loaded);
  return {
    headers: { 'Content-Disposition': `attachment; filename="${loaded.id}.zip"` },
    answer: async () => {
      const { strToU8, zipSync } = await import('fflate');
      const found = await filesOf(loaded, words('en'));
      const files = Object.entries(found).map(
        ([path, data]) => [path, typeof data === 'string' ? strToU8(data) : data] as const,
      );
      const about = strToU8(`${JSON.stringify(described(files, loaded), null, 2)}\n`);
      // With a fixed time, the earliest that a ZIP can hold: the same bytes for ever.
      const mtime = new Date(1980, 0, 1);
      return zipSync({ 'datapackage.json': about, ...Object.fromEntries(files) }, { mtime });
    },
  };
});

function refuseLarge({ snapshot: { manifest } }: LoadedSnapshot): void {
  const bytes = manifest.files
    .filter(({ path }) => /^(?:texts|tables)\//.test(path))
    .reduce((all, it) => all + it.bytes, 0);
  if (manifest.records <= MOST_RECORDS && bytes <= MOST_BYTES) return;
  const limits = `more than ${MOST_RECORDS} records or ${MOST_BYTES} bytes of sources`;
  throw new HttpProblem(
    'too-much',
    `the snapshot has ${limits}: follow this server to have all of it (article21 follow)`,
  );
}

/** All files except their description. Each is made from public answers, so none has internal words. */
async function filesOf(loaded: LoadedSnapshot, words: Words): Promise<Record<string, string | Uint8Array>> {
  const { snapshot } = loaded;
  const { places, sources, assemblies, coverage, annotations } = snapshot.catalogue;
  const requested = readQuery(endpoints.recordsCsv, new URLSearchParams(), loaded);
  const rows = [];
  for (const basis of bases)
    rows.push(...(await recordRows({ ...requested, basis }, loaded, words, MOST_RECORDS)));
  const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
  const files: Record<string, string | Uint8Array> = {
    'records.csv': await csvOf(recordColumnsOf(loaded), rows),
    'records.parquet': await publicParquet(loaded),
    'places.json': json(places),
    'sources.json': json(sources.map(({ file: _file, ...shown }) => shown)),
    'assemblies.json': json(assemblies),
    'coverage.json': json(coverage),
    'annotations.json': json(annotations),
  };
  const { attributes } = loaded.vocabulary;
  if (attributes.length > 0) files['attributes.json'] = json(attributes);
  for (const { id, visibility } of sources) {
    if (visibility !== 'public') continue;
    const text = await snapshot.text(id);
    if (text !== null) files[`texts/${id}.txt`] = text;
    const head = await snapshot.table(id);
    if (head === null) continue;
    const parts: (readonly string[])[] = [];
    for (let part = 0; part * LONGEST_PART < head.lastRow; part++)
      parts.push(...(await snapshot.tablePart(id, part)));
    files[`tables/${id}.json`] = json({ ...head, rows: parts });
  }
  return files;
}

/** The descriptor of these files as a Data Package (datapackage.org). */
function described(files: readonly (readonly [path: string, data: Uint8Array])[], loaded: LoadedSnapshot) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    ...loaded.snapshot.catalogue.meta,
    id: loaded.id,
    resources: files.map(([path, { length }]) => {
      const [, format = ''] = /\.(\w+)$/.exec(path) ?? [];
      const name = path.toLowerCase().replace(/[^a-z0-9._-]/g, '-');
      const own = { name, path, format, bytes: length };
      const schema = {
        fields: recordColumnsOf(loaded).map((column) => ({ name: column, type: typeOf(column) })),
      };
      return path === 'records.csv' ? { ...own, encoding: 'utf-8', schema } : own;
    }),
  };
}

/** The type of a column in Table Schema. */
function typeOf(column: string): string {
  if (dayColumns.includes(column)) return 'date';
  if (/approximate$|^synthetic$/.test(column)) return 'boolean';
  return /_(?:low|high|unnumbered)$|^l(?:at|on)$/.test(column) ? 'number' : 'string';
}
