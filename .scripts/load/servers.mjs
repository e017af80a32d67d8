// The servers that are measured, each bound to the first core; this process and its load take the last one.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, root } from '../workspace.mjs';

const PORTS = { bare: 4430, api: 4431, nginx: 4432 };
const PATH = `${process.env.PATH}:/usr/sbin`;
const has = (program, ...args) => spawnSync(program, args, { env: { PATH } }).status === 0;

const binds = process.platform === 'linux' && availableParallelism() > 1 && has('taskset', '-V');

/** Starts a program on the first core. */
export function bound(program, args, env = {}) {
  const command = binds ? ['taskset', '-c', '0', program, ...args] : [program, ...args];
  return spawn(command[0], command.slice(1), {
    env: { ...process.env, PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Starts all; `stop` ends them. nginx and PostgreSQL are left out where they are not installed. */
export async function startAll({ folder, data }) {
  if (binds)
    execFileSync('taskset', ['-a', '-p', '-c', String(availableParallelism() - 1), String(process.pid)], {
      stdio: 'ignore',
    });
  const url = (name) => `http://127.0.0.1:${PORTS[name]}`;
  const bareProgram = fileURLToPath(new URL('bare.mjs', import.meta.url));
  const bare = bound(process.execPath, [bareProgram, String(PORTS.bare), recordsOf(data)]);
  const env = { PORT: String(PORTS.api), HOST: '127.0.0.1', DATA_DIR: data };
  const api = bound(process.execPath, [join(root, 'apps/api/dist/server.js')], env);
  await Promise.all([answers(`${url('bare')}/`, bare), answers(`${url('api')}/readyz`, api)]);
  const withNginx = has('nginx', '-v');
  const nginx = withNginx ? bound('nginx', nginxArguments(folder)) : null;
  if (nginx) await answers(`${url('nginx')}/readyz`, nginx);
  else console.log('nginx is not installed: it is not measured.');
  const children = [bare, api, ...(nginx ? [nginx] : [])];
  const databases = JSON.parse(await (await fetch(`${url('bare')}/databases`)).text());
  return {
    bare: { url: url('bare'), pid: bare.pid },
    api: { url: url('api'), pid: api.pid },
    nginx: nginx && { url: url('nginx'), pid: nginx.pid },
    databases,
    async stop() {
      for (const child of children) child.kill('SIGTERM');
      await Promise.all(
        children.map((it) => (it.exitCode === null && it.signalCode === null ? once(it, 'exit') : null)),
      );
    },
  };
}

function recordsOf(data) {
  const id = readFileSync(join(data, 'current'), 'utf8').trim();
  return join(data, 'snapshots', id, 'records.parquet');
}

/** The shipped configuration in front of the server that is measured, for as many requests as there are. */
function nginxArguments(folder) {
  const shipped = readFileSync(join(root, 'apps/api/deploy/replicas.nginx.conf'), 'utf8');
  const configured = shipped
    .replaceAll(/^ *listen \[::\].*\n/gm, '')
    .replace('listen 8080;', `listen 127.0.0.1:${PORTS.nginx};`)
    .replace('server api-1:4321', `server 127.0.0.1:${PORTS.api}`)
    .replace(/ *server api-2:4321.*\n/, '')
    .replace(/rate=\d+r\/s/, 'rate=1000000r/s')
    .replace(/limit_conn article21_connections \d+/, 'limit_conn article21_connections 10000')
    .replaceAll('/var/cache/nginx/article21', join(folder, 'cache'));
  const own = join(folder, 'nginx');
  mkdirSync(own);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (it) => `${it}_temp_path ${own}/${it};`,
  );
  const around = `daemon off; master_process off; pid ${own}/pid; error_log ${own}/error.log;\nevents { worker_connections 4096; }\n`;
  writeFileSync(
    join(own, 'conf'),
    `${around}http { access_log off; ${temporary.join(' ')}\n${configured}}\n`,
  );
  return ['-e', join(own, 'error.log'), '-p', own, '-c', join(own, 'conf')];
}

/** Waits until something answers at an address; ends the program where what should has ended. */
export async function answers(address, child) {
  for (;;) {
    if (child.exitCode !== null)
      fail(`What should answer at ${address} ended; start it by itself to see why.`);
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
