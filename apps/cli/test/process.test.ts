import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exits } from '../src/command.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const program = [JSON.stringify(process.execPath), '--import', 'tsx', 'src/article21.ts'].join(' ');

/** Runs a line of shell in which `article21` is the program, in a process of its own. */
function shell(line: string) {
  const script = `article21() { ${program} "$@"; }\n${line}`;
  return spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
}

describe('the program in a process of its own', () => {
  it('ends with the exit code of its command', () => {
    expect(shell('article21 --version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(shell('article21 --version').status).toBe(exits.done);
    const { status, stdout, stderr } = shell('article21 nonsense');
    expect([status, stdout]).toEqual([exits.usage, '']);
    expect(stderr).toMatch(/^article21: unknown command: nonsense/);
  });

  it('does not mind a reader that stops reading', () => {
    const { stdout, stderr } = shell('article21 help | { exec <&-; }; echo $PIPESTATUS');
    expect([stdout, stderr]).toEqual([`${exits.done}\n`, '']);
  });

  it.skipIf(!existsSync('/dev/full'))(
    'says when its answer cannot be written (where it is skipped: run it where there is a /dev/full)',
    () => {
      const { status, stderr } = shell('article21 help > /dev/full');
      expect(status).toBe(exits.failed);
      expect(stderr).toMatch(/^article21: standard output cannot be written: .*\n$/);
    },
  );
});
