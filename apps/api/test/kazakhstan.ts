import { cp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readDataset } from '@article21/ingest';
import type { Store } from '@article21/store';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@article21/dataset/data/kazakhstan-2012/datapackage.json'));

/** Publishes the embedded dataset as an operator would; answers the snapshot's id. */
export async function publishKazakhstan(store: Store, from = folder): Promise<string> {
  const result = await store.publish(from, readDataset);
  if (!result.ok) throw new Error(`the embedded dataset has issues: ${JSON.stringify(result.issues)}`);
  return result.id;
}

/** Publishes the embedded dataset as a correction of it would be, some texts of some files replaced. */
export async function publishCorrected(
  store: Store,
  path: string,
  edits: readonly [file: string, text: string, by: string][],
): Promise<string> {
  const copy = join(path, `corrected-${edits.length}`);
  await cp(folder, copy, { recursive: true });
  for (const [file, text, by] of edits) {
    const before = await readFile(join(copy, file), 'utf8');
    if (!before.includes(text)) throw new Error(`no ${text} in ${file}`);
    await writeFile(
      join(copy, file),
      before.replace(text, () => by),
    );
  }
  return publishKazakhstan(store, copy);
}
