import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LoadedSnapshot, loadSnapshot } from '@article21/answers';
import { readDataset } from '@article21/ingest';
import { engine, openStore } from '@article21/store';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@article21/dataset/data/kazakhstan-2012/datapackage.json'));

/** The embedded dataset, published into a temporary folder and ready to be asked; `remove` takes the folder away. */
export async function serveKazakhstan(): Promise<{ loaded: LoadedSnapshot; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'article21-pictures-'));
  const store = openStore({ dataDir: path, engine: engine('memory') });
  const result = await store.publish(folder, readDataset);
  if (!result.ok) throw new Error(`the embedded dataset has issues: ${JSON.stringify(result.issues)}`);
  const snapshot = await store.open(result.id);
  return {
    loaded: await loadSnapshot(snapshot),
    remove: async () => {
      await snapshot.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}
