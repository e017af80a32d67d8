// pnpm kills [times] [seed]: kills the program with SIGKILL at random moments of an import, of the saving of a coded record and of a
// publication, and looks each time whether the folder, or the store, is exactly as before or exactly as after.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../packages/conventions/src/free-port.mjs';
import { killed, randomNumbers } from './kill-at-random.mjs';
import { fail, install, root, run } from './workspace.mjs';

const [times = 200, seed = 1] = process.argv.slice(2).map(Number);
if (![times, seed].every((it) => Number.isInteger(it) && it > 0)) fail('Times and seed are whole numbers.');
install();
const build = [
  'run',
  'build',
  '--filter=@article21/cli',
  '--filter=@article21/desk',
  '--output-logs=errors-only',
];
if (run('turbo', build, { stdio: ['ignore', 2, 2] }) !== 0)
  fail('The build failed; the lines above say where.');
const cli = join(root, 'apps/cli/dist/article21.js');
const desk = join(root, 'apps/desk/dist/server.js');
/** Where the files of a change wait. */
const WAITING = '.article21-change';

const random = randomNumbers(seed);

const at = mkdtempSync(join(tmpdir(), 'article21-kills-'));
const path = (...names) => join(at, ...names);
const work = path('work');

try {
  prepare();
  const operations = [
    importing('import into a new folder', null, 'may.csv'),
    importing('import of the next table', 'may', 'june.csv'),
    saving(),
    publishing(),
  ];
  let faults = 0;
  console.log(['operation', 'kills', 'before', 'after', 'faults'].join('\t'));
  for (const [i, operation] of operations.entries()) {
    const kills = Math.floor(times / operations.length) + (i < times % operations.length ? 1 : 0);
    const found = await killed(operation, kills, random);
    faults += found.faults.length;
    console.log([operation.name, kills, found.before, found.after, found.faults.length].join('\t'));
    for (const fault of found.faults) console.log(`  ${fault}`);
  }
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  rmSync(at, { recursive: true, force: true });
}

/** Two tables, the mapping for both, and the folders and stores that come of them. */
function prepare() {
  const row = (i, count) => `k${i};${String(1 + (i % 28)).padStart(2, '0')}.05.2013;Алматы;${count}`;
  const table = (n, add) => [
    'Код;Дата;Город;Задержано',
    ...Array.from({ length: n }, (_, i) => row(i, i + add)),
  ];
  writeFileSync(path('may.csv'), `${table(300, 1).join('\n')}\n`);
  writeFileSync(path('june.csv'), `${table(400, 2).join('\n')}\n`);
  article21('import', 'may.csv', '--into', 'may');
  const mapping = JSON.parse(readFileSync(path('may.mapping.json'), 'utf8'));
  Object.assign(mapping.dataset, { title: 'Kills', licence: 'CC-BY-4.0', created: '2013-06-01' });
  Object.assign(mapping.source, { publisher: 'Nobody', rights: 'none' });
  writeFileSync(path('mapping.json'), JSON.stringify(mapping));
  for (const [from, to] of [
    [null, 'may'],
    ['may', 'june'],
  ]) {
    if (from !== null) cpSync(path(from), path(to), { recursive: true });
    mustDo('import', `${to}.csv`, '--into', to, '--map', 'mapping.json');
  }
  for (const name of ['may', 'june']) {
    if (name === 'june') cpSync(path('store-may'), path('store-june'), { recursive: true });
    mustDo('publish', name, '--data', `store-${name}`);
  }
}

function importing(name, from, table) {
  const args = ['import', path(table), '--into', join(work, 'data'), '--map', path('mapping.json')];
  const begin = () => {
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work);
    if (from !== null) cpSync(path(from), join(work, 'data'), { recursive: true });
  };
  return {
    name,
    begin,
    start: async () => ({ child: spawn(process.execPath, [cli, ...args], { stdio: 'ignore' }) }),
    hasBegun: () => [join(work, 'data', WAITING), join(work, `.data${WAITING}`)].some((it) => existsSync(it)),
    before: () => fingerprint(from === null ? null : path(from)),
    after: () => fingerprint(path(table.replace('.csv', ''))),
    now: () => recovered(),
    again: () => mustDo(...args),
  };
}

/** A record of a sentence, saved by the form of the desk. */
function saving() {
  const text = 'On 3 May 2013 about ten people were detained in Almaty.';
  const begin = () => {
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work);
    cpSync(path('coded'), join(work, 'data'), { recursive: true });
  };
  addText(text);
  const fields = {
    from: '0',
    to: String(text.length),
    at: '',
    id: 'text-1',
    quote: text,
    kind: 'detention',
    count: '~10',
    stated: 'about ten people',
    date: '2013-05-03',
    place: 'almaty',
    basis: 'incident',
  };
  let after = null;
  return {
    name: 'saving of a coded record',
    begin,
    start: () => startSaving(fields),
    hasBegun: () => existsSync(join(work, 'data', WAITING)),
    before: () => fingerprint(path('coded')),
    after: () => after,
    learn: () => (after = recovered()),
    now: () => recovered(),
  };
}

/** Starts the desk, opens it and sends the form. */
async function startSaving(fields) {
  const child = spawn(process.execPath, [desk, join(work, 'data')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: path('store-may') },
  });
  let said = '';
  for await (const piece of child.stdout) {
    said += piece;
    if (said.includes('open?key=')) break;
  }
  const link = /http\S+/.exec(said)?.[0];
  if (link === undefined) throw new Error('the desk did not start');
  const opened = await fetch(link, { redirect: 'manual' });
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const headers = { Cookie: cookie, Origin: new URL(link).origin };
  const to = link.replace(/open\?.*$/, 'coding/text/record');
  const answered = fetch(to, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return {
    child,
    ended: answered.then(
      (it) => it.status,
      () => null,
    ),
  };
}

/** The folder of May with a text that nobody has coded yet. */
function addText(text) {
  cpSync(path('may'), path('coded'), { recursive: true });
  const sources = join(path('coded'), 'sources');
  mkdirSync(sources, { recursive: true });
  writeFileSync(join(sources, 'text.txt'), `${text}\n`);
  const table = join(path('coded'), 'sources.csv');
  const [header = '', ...rows] = readFileSync(table, 'utf8').trimEnd().split('\n');
  const cells = {
    id: 'text',
    title: 'Text',
    publisher: 'Nobody',
    language: 'en',
    visibility: 'public',
    rights: 'none',
    file: 'sources/text.txt',
  };
  writeFileSync(
    table,
    `${[
      header,
      ...rows,
      header
        .split(',')
        .map((it) => cells[it] ?? '')
        .join(','),
    ].join('\n')}\n`,
  );
}

function publishing() {
  const args = ['publish', path('june'), '--data', join(work, 'store')];
  const current = (store) => readFileSync(join(store, 'current'), 'utf8').trim();
  return {
    name: 'publication',
    begin: () => {
      rmSync(work, { recursive: true, force: true });
      mkdirSync(work);
      cpSync(path('store-may'), join(work, 'store'), { recursive: true });
    },
    start: async () => ({ child: spawn(process.execPath, [cli, ...args], { stdio: 'ignore' }) }),
    hasBegun: () => readdirSync(join(work, 'store', 'snapshots')).length > 1,
    before: () => current(path('store-may')),
    after: () => current(path('store-june')),
    now: () => {
      mustDo('verify', '--data', join(work, 'store'));
      return current(join(work, 'store'));
    },
    again: () => mustDo(...args),
  };
}

/** The folder after whoever comes next has looked at it, as a hash; nothing of the change may be left. */
function recovered() {
  const data = join(work, 'data');
  if (!existsSync(data)) return fingerprint(null);
  mustDo('check', data);
  if (existsSync(join(data, WAITING))) throw new Error('something of the change is left');
  return fingerprint(data);
}

/** Every file of a folder but hidden ones, by name and content; of no folder the empty text. */
function fingerprint(folder) {
  if (folder === null) return '';
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .filter((it) => !it.slice(folder.length).includes('/.'));
  for (const file of files.sort()) hash.update(`${file.slice(folder.length)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

function article21(...args) {
  return spawnSync(process.execPath, [cli, ...args], { cwd: at, encoding: 'utf8' });
}

function mustDo(...args) {
  const { status, stderr } = article21(...args);
  if (status !== 0) throw new Error(`article21 ${args[0]} ended with ${status}: ${stderr.slice(0, 300)}`);
}
