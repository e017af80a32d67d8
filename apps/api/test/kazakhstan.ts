import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { readDataset } from '@article21/ingest';
import type { Store } from '@article21/store';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@article21/dataset/data/kazakhstan-2012/datapackage.json'));

/** Publishes the embedded dataset as an operator would; answers the snapshot's id. */
export async function publishKazakhstan(store: Store): Promise<string> {
  const result = await store.publish(folder, readDataset);
  if (!result.ok) throw new Error(`the embedded dataset has issues: ${JSON.stringify(result.issues)}`);
  return result.id;
}
