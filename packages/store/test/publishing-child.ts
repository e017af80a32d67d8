import { engine, openStore } from '../src/index.ts';
import { readSample } from './datasets.ts';

// A publisher of its own process, to be killed: says each stage on a line, then waits a moment to be hit there.
const [dataDir = '', sourceDir = '', engineId = ''] = process.argv.slice(2);
const store = openStore({ dataDir, engine: engine(engineId) });
await store.publish(sourceDir, readSample, {
  onProgress: ({ stage }) => void process.stdout.write(`${stage}\n`),
});
process.stdout.write('done\n');
