import { fileURLToPath } from 'node:url';
import { readDataset } from '@article21/ingest';
import type { Store } from '@article21/store';

const folder = fileURLToPath(new URL('../../../packages/dataset/data/kazakhstan-2012', import.meta.url));

/** Publishes the embedded dataset as an operator would; answers the snapshot's id. */
export async function publishKazakhstan(store: Store): Promise<string> {
  const result = await store.publish(folder, readDataset);
  if (!result.ok) throw new Error(`the embedded dataset has issues: ${JSON.stringify(result.issues)}`);
  return result.id;
}
