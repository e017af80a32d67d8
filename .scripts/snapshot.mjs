// Publishes the embedded dataset where nothing has been published yet.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root, run } from './workspace.mjs';

export const dataDir = resolve(process.env.DATA_DIR || join(root, '.data'));

/** Ends the program with the publisher's exit code when it refuses. */
export function ensureSnapshot() {
  // What a database holds is for whoever shares it to decide; the server says where nothing has been published.
  if (process.env.STORE_URL || existsSync(join(dataDir, 'current'))) return;
  const cli = join(root, 'apps/cli/dist/article21.js');
  const dataset = join(root, 'packages/dataset/data/kazakhstan-2012');
  const status = run(process.execPath, [cli, 'publish', dataset, '--data', dataDir]);
  if (status !== 0) process.exit(status);
}
