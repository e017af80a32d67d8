import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exits } from '../../src/command.ts';
import { flipByte, useDesk } from '../datasets.ts';
import { article21 } from '../terminal.ts';
import { useFewPages } from './few-pages.ts';
import { createExport, makeSite } from './site.ts';

useFewPages();

const desk = useDesk();
const copyExport = createExport(desk, '--sign', 'key.pem');
const { privateKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const lock = { format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'sesame' } as const;
const PUB = 'RWR6FjtcpewSwiquJdX/8Kuz/EWwIbpTl9NYoQbbeN4tErqo43CydnBo';
const sign = (key: string) => ['export', 'out', '--site', 'site', '--sign', key];

beforeEach(() => {
  makeSite(desk.cwd);
  writeFileSync(join(desk.cwd, 'key.pem'), pem);
});

describe('an export that is signed', () => {
  it('is verified with the key that was published', async () => {
    const id = await copyExport();
    const key = readFileSync(join(desk.cwd, 'out/minisign.pub'), 'utf8').split('\n')[1] ?? '';
    for (const given of ['out/minisign.pub', key]) {
      const { exit, stdout, stderr } = await desk.run('verify', 'out', '--key', given);
      expect([exit, stdout]).toEqual([
        exits.done,
        expect.stringContaining(`out is what was exported: snapshot ${id}`),
      ]);
      expect(stderr).toMatch(/signed with the key that was named, [0-9A-F]{16}/);
    }
  });

  it('says whose key it was, and that this proves nothing by itself', async () => {
    await copyExport();
    const { exit, stderr } = await desk.run('verify', 'out');
    expect([exit, stderr]).toEqual([exits.done, expect.stringContaining('proves nothing by itself')]);
  });

  it('says when, and is a problem where a later one was to be expected', async () => {
    await copyExport();
    cpSync(join(desk.cwd, 'out/minisign.pub'), join(desk.cwd, 'own.pub'));
    const verified = (when: string) =>
      desk.run('verify', 'out', '--key', 'own.pub', '--not-older-than', when);
    const fresh = await verified('1h');
    expect([fresh.exit, fresh.stderr]).toEqual([
      exits.done,
      expect.stringMatching(/, on \d{4}-\d\d-\d\dT.*Z$/m),
    ]);
    const old = await verified('2100-01-01');
    expect([old.exit, old.stdout]).toEqual([
      exits.damaged,
      expect.stringMatching(/^manifest\.json\.minisig {2}is of .*, older than 2100-01-01T00:00:00\.000Z/),
    ]);
  });

  it('in which files were altered, added or lost names each of them', async () => {
    await copyExport();
    const at = (path: string) => join(desk.cwd, 'out', path);
    flipByte(at('icon.svg'));
    flipByte(at('charts/fines/card.png'));
    writeFileSync(
      at('index.html'),
      `${readFileSync(at('index.html'), 'utf8')}<script src="//evil.example"></script>`,
    );
    mkdirSync(at('ru/more'));
    writeFileSync(at('ru/more/index.html'), 'added');
    writeFileSync(at('.htaccess'), 'added');
    rmSync(at('kk/charts/detentions/chart.svg'));
    const { exit, stdout } = await desk.run('verify', 'out');
    expect(exit).toBe(exits.damaged);
    const named = Object.fromEntries(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split('  ')),
    );
    expect(named).toEqual({
      '.htaccess': 'is not in the manifest',
      'charts/fines/card.png': 'is not what was exported (its hash differs)',
      'icon.svg': 'is not what was exported (its hash differs)',
      'index.html': expect.stringMatching(/^has \d+ bytes instead of \d+$/),
      'kk/charts/detentions/chart.svg': 'is missing',
      'ru/more/index.html': 'is not in the manifest',
    });
    const { document } = await desk.json('verify', 'out');
    expect(document).toMatchObject({ ok: false, mirror: { problems: { length: 6 } } });
  });

  it('opens a locked key with the password in the environment, and asks for that', async () => {
    await desk.publish();
    writeFileSync(join(desk.cwd, 'locked.pem'), privateKey.export(lock).toString());
    const { exit, stderr } = await desk.run(...sign('locked.pem'));
    expect([exit, stderr]).toEqual([exits.usage, expect.stringContaining('ARTICLE21_KEY_PASSWORD')]);
    const env = { ARTICLE21_KEY_PASSWORD: 'sesame' };
    expect((await article21(sign('locked.pem'), { cwd: desk.cwd, env })).exit).toBe(exits.done);
    const wrong = await article21(sign('locked.pem'), {
      cwd: desk.cwd,
      env: { ARTICLE21_KEY_PASSWORD: 'x' },
    });
    expect([wrong.exit, wrong.stderr]).toEqual([
      exits.usage,
      expect.stringContaining('its password is wrong'),
    ]);
  });
});

describe('verify of a folder', () => {
  it('that is not signed says what that means; with a key it is not enough', async () => {
    await copyExport();
    for (const file of ['manifest.json.minisig', 'minisign.pub']) rmSync(join(desk.cwd, 'out', file));
    const unsigned = await desk.run('verify', 'out');
    expect([unsigned.exit, unsigned.stderr]).toEqual([
      exits.done,
      expect.stringContaining('it is not signed'),
    ]);
    const pinned = await desk.run('verify', 'out', '--key', PUB);
    expect([pinned.exit, pinned.stdout]).toEqual([exits.damaged, 'manifest.json  is not signed\n']);
  });

  it('that is no export says so', async () => {
    const { exit, stdout } = await desk.run('verify', 'dataset');
    expect([exit, stdout]).toEqual([exits.damaged, 'manifest.json  is missing\n']);
  });

  it.each([
    [['verify', 'out', '--key', 'none.pub'], 'there is no file none.pub'],
    [['verify', 'out', '--key', '/dev/zero'], 'it has more than 10000 bytes, which no key has'],
    [sign('/dev/zero'), 'it has more than 10000 bytes, which no key has'],
    [['verify', 'out', '--key', 'key.pem'], 'the key key.pem cannot be used'],
    [['verify', '--key', 'key.pem'], '--key is for the folder of an export'],
    [['verify', '--not-older-than', '30d'], '--not-older-than is for the folder of an export'],
    [['verify', 'out', '--not-older-than', '30d'], '--not-older-than needs --key'],
    ...['2026-02-31', '30', 'P30D', 'yesterday', '2026'].map((when): [string[], string] => [
      ['verify', 'out', '--key', PUB, '--not-older-than', when],
      `--not-older-than is a day (2026-11-28), a time (2026-11-28T12:00:00Z), or a duration (12h, 30d, 8w), not "${when}"`,
    ]),
    [sign('none.key'), 'there is no file none.key'],
    [sign('dataset/records.csv'), 'the key dataset/records.csv cannot be used'],
  ])('and its keys are refused in one sentence: %j', async (argv, sentence) => {
    mkdirSync(join(desk.cwd, 'out'));
    const { exit, stderr } = await desk.run(...argv);
    expect([exit, stderr]).toEqual([exits.usage, expect.stringContaining(sentence)]);
  });
});
