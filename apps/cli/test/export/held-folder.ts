import { startFolder } from '../../src/export/folder.ts';

// Begins the folder of an export beside the target that is named, and never ends it, which is said in a line.
const folder = await startFolder(process.argv[2] ?? '');
await folder.put({ path: 'index.html', data: 'a page' });
process.stdout.write('held\n');
setInterval(() => {}, 1_000_000);
