// pnpm bench:ingest [records …]: publishes synthetic datasets of several sizes, all of whose rows quote one text or a thousand,
// and prints the seconds, the peak of memory, and how many times the half as many rows it took.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, install, root, run } from './workspace.mjs';

const SIZES = [125_000, 250_000, 500_000, 1_000_000];
const TEXTS = [1, 1_000];

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES;
if (!sizes.every((size) => Number.isInteger(size) && size > 0)) fail('Sizes are whole numbers of records.');

install();
const build = ['run', 'build', '--filter=@article21/cli', '--output-logs=errors-only', '--ui=stream'];
if (run('turbo', build, { stdio: ['ignore', 2, 2] }) !== 0)
  fail('The build failed; the lines above say where.');
const cli = join(root, 'apps/cli/dist/article21.js');

const folder = mkdtempSync(join(tmpdir(), 'article21-bench-'));
try {
  console.log(
    `Synthetic records; ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadavg()[0]?.toFixed(1)}, Node ${process.version.slice(1)}`,
  );
  console.log(
    columns(['command', 'texts', 'records', 'seconds', 'CPU seconds', 'peak MB', 'of the size before']),
  );
  for (const command of ['check', 'publish'])
    for (const texts of TEXTS) {
      let before = null;
      for (const size of sizes) {
        const dataset = join(folder, 'dataset');
        await generate(dataset, size, texts);
        const { seconds, cpu, megabytes } = measure(command, dataset);
        const ratio =
          before === null
            ? ''
            : `${(cpu / before.cpu).toFixed(2)} × for ${(size / before.size).toFixed(2)} ×`;
        const cells = [
          texts,
          size.toLocaleString('en'),
          seconds.toFixed(1),
          cpu.toFixed(1),
          megabytes,
          ratio,
        ];
        console.log(columns([command, ...cells]));
        before = { cpu, size };
        rmSync(dataset, { recursive: true });
      }
    }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One row of the table. */
function columns(cells) {
  return cells.map((cell) => String(cell).padEnd(12)).join(' ');
}

/** What a command takes in a process of its own, which says so itself when it ends. */
function measure(command, dataset) {
  const usage = join(folder, 'usage.json');
  const hook = join(folder, 'usage.mjs');
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())));`,
  );
  const data = join(folder, 'data');
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(hook).href, cli, command, dataset],
    { env: { ...process.env, DATA_DIR: data }, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  );
  const seconds = (performance.now() - start) / 1000;
  rmSync(data, { recursive: true, force: true });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usage, 'utf8'));
  return { seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: Math.round(maxRSS / 1000) };
}

/** Writes a dataset in which each record has a line and a quotation of its own, in one of so many texts. */
async function generate(dataset, size, texts) {
  mkdirSync(join(dataset, 'sources'), { recursive: true });
  const sentence = (i) => `Case ${i}: one person was detained in Exampleton on the square.`;
  const write = async (file, header, rows, line) => {
    const stream = createWriteStream(join(dataset, file));
    let block = header;
    for (const i of rows) {
      block += `${line(i)}\n`;
      if (block.length < 1 << 16) continue;
      if (!stream.write(block)) await once(stream, 'drain');
      block = '';
    }
    stream.end(block);
    await once(stream, 'finish');
  };
  const range = (n) => Array.from({ length: n }, (_, i) => i);
  const place = 'exampleton,city,,RU,55.1,37.2,Exampleton,Exampleton,Exampleton';
  const package_ = {
    name: 'synthetic',
    title: 'Synthetic',
    version: '1.0.0',
    created: '2024-03-21',
    synthetic: true,
  };
  const licenses = [{ name: 'CC0-1.0' }];
  writeFileSync(join(dataset, 'datapackage.json'), JSON.stringify({ ...package_, licenses }));
  await write('places.csv', 'id,kind,parent,country,lat,lon,name_en,name_ru,name_kk\n', [place], (it) => it);
  await write(
    'sources.csv',
    'id,title,publisher,date,url,language,visibility,rights,file\n',
    range(texts),
    (i) => `text-${i},Text,Example Monitor,2024,,en,public,Quoted,sources/${i}.txt`,
  );
  for (const text of range(texts))
    await write(`sources/${text}.txt`, '', range(Math.ceil((size - text) / texts)), (i) =>
      sentence(i * texts + text),
    );
  await write('records.csv', 'id,kind,place,date,count,basis\n', range(size), (i) => {
    const day = String(1 + (i % 20)).padStart(2, '0');
    return `r-${i},detention,exampleton,2024-03-${day},1,incident`;
  });
  await write('evidence.csv', 'record,source,quote,stated\n', range(size), (i) => {
    return `r-${i},text-${i % texts},${sentence(i)},one person`;
  });
}
