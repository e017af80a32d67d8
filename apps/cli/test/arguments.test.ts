import { describe, expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { commands } from '../src/commands/index.ts';
import { article21 } from './terminal.ts';

describe('the command line', () => {
  it('without a command shows the help and is wrong usage', async () => {
    const { exit, stdout } = await article21([]);
    expect(exit).toBe(exits.usage);
    expect(stdout).toContain('Usage: npm run article21 -- <command> [options]');
  });

  it.each([['help'], ['--help'], ['-h']])('%s lists every command', async (asked) => {
    const { exit, stdout, stderr } = await article21([asked]);
    expect([exit, stderr]).toEqual([exits.done, '']);
    const lines = stdout.split('\n');
    for (const { name, summary } of commands)
      expect(lines.some((line) => line.startsWith(`  ${name} `) && line.endsWith(summary))).toBe(true);
  });

  it('answers --version with the number alone', async () => {
    const { exit, stdout } = await article21(['--version']);
    expect(exit).toBe(exits.done);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('explains each command, asked either way', async () => {
    for (const { name } of commands) {
      const page = await article21(['help', name]);
      expect(page.exit).toBe(exits.done);
      expect(page.stdout).toContain(`npm run article21 -- ${name}`);
      expect(await article21([name, '--help'])).toEqual(page);
    }
  });

  it('names the near one and all known ones where a command is unknown', async () => {
    const { exit, stdout, stderr } = await article21(['hlep']);
    expect([exit, stdout]).toEqual([exits.usage, '']);
    expect(stderr).toMatch(/^article21: unknown command: hlep; did you mean help\? \(known: .*help.*\)\n$/);
  });

  it('guesses nothing where nothing is near', async () => {
    const { stderr } = await article21(['constructor']);
    expect(stderr).toMatch(/^article21: unknown command: constructor \(known: /);
  });

  it.each([
    [['check', '.', '--dat', 'x'], 'unknown option of check: --dat; did you mean --data?'],
    [['check', '.', '--__proto__'], 'unknown option of check: --__proto__ (known: --data'],
    [['check', '.', '-x'], 'unknown option of check: -x (known:'],
    [['--jsn'], 'unknown option: --jsn'],
    [['check'], 'check needs <dir>, the folder of the dataset (see: npm run article21 -- help check)'],
    [['check', 'a', 'b'], 'check does not take "b"'],
    [['check', 'a', '--data'], '--data needs a value: --data <dir>'],
    [['check', 'a', '--data', ''], '--data needs a value: --data <dir>'],
    [['check', 'a', '--json=yes'], '--json takes no value, but was given yes'],
    [['help', 'chekc'], 'unknown command: chekc; did you mean check?'],
  ])('%j is wrong usage, said in one sentence', async (argv, sentence) => {
    const { exit, stdout, stderr } = await article21(argv);
    expect([exit, stdout]).toEqual([exits.usage, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says wrong usage as one document with --json, and nothing beside it', async () => {
    const { exit, stdout, stderr } = await article21(['chekc', '--json']);
    expect([exit, stderr]).toEqual([exits.usage, '']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'usage', exit: exits.usage } });
  });

  it('lists the commands as a document with --json', async () => {
    const { stdout } = await article21(['help', '--json']);
    const names = JSON.parse(stdout).commands.map((command: { name: string }) => command.name);
    expect(names).toEqual(commands.map((command) => command.name));
  });
});
