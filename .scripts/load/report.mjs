// What was measured, as it stands in the README of the API.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const README = join(root, 'apps/api/README.md');
const BLOCK = /(<!-- npx pnpm load -->\n)[\s\S]*(\n<!-- end -->)/;

/** The load before and after, the machine, a table of all questions, and what lasts, in Markdown. */
export function report({ machine, records, places, seconds, rounds, rows, lasting, load }) {
  const [before, after] = load;
  const about =
    `On ${new Date().toISOString().slice(0, 10)}, ${commit()}${machine}, load ${before} before and ${after} after, ` +
    `${records.toLocaleString('en')} made-up records in ${places.toLocaleString('en')} places, medians of ${rounds} rounds of ${seconds} s:`;
  const head = ['question', 'requests/s', 'of bare Hono', 'goal', 'core time', 'p50 ms', 'p99 ms at half'];
  const cells = rows.map((it) => [
    it.says,
    Math.round(it.rate).toLocaleString('en'),
    it.ratio.toFixed(2),
    it.goal === null ? '' : String(it.goal),
    it.cpuRatio.toFixed(2),
    String(it.p50),
    String(it.p99),
  ]);
  const failed = rows.filter((it) => it.failed > 0).map((it) => `${it.says}: ${it.failed} requests failed`);
  const said = [...failed, ...Object.values(lasting).map(({ says }) => says)];
  return [about, '', ...table([head, ...cells]), '', ...said.map((it) => `- ${it}.`)].join('\n');
}

/** Puts it into the README of the API, in the place of what stood there. */
export function writeReport(text) {
  const readme = readFileSync(README, 'utf8');
  if (!BLOCK.test(readme)) throw new Error('apps/api/README.md has no place for what was measured');
  writeFileSync(
    README,
    readme.replace(BLOCK, (_all, begin, end) => `${begin}\n${text}\n${end}`),
  );
}

/** Rows of cells, each column as wide as its widest. */
function table(rows) {
  const widths = rows[0].map((_, at) => Math.max(3, ...rows.map((row) => row[at].length)));
  const line = (row) => `| ${row.map((it, at) => it.padEnd(widths[at])).join(' | ')} |`;
  const [head, ...rest] = rows;
  return [line(head), line(widths.map((it) => '-'.repeat(it))), ...rest.map(line)];
}

function commit() {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--short=8', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? `\`${stdout.trim()}\`, ` : '';
}
