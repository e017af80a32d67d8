import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exits } from '../../src/command.ts';
import { flipByte, useDesk } from '../datasets.ts';
import { article21 } from '../terminal.ts';
import { makeSite } from './site.ts';

const desk = useDesk();
const { privateKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const lock = { format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'sesame' } as const;
const sign = (key: string) => ['export', 'out', '--site', 'site', '--sign', key];

beforeEach(() => {
  makeSite(desk.cwd);
  writeFileSync(join(desk.cwd, 'key.pem'), pem);
});

describe('an export that is signed', () => {
  it('is verified with the key that was published', async () => {
    const id = await desk.publish();
    const { document } = await desk.json(...sign('key.pem'));
    expect(document.signedWith).toMatch(/^[0-9A-F]{16}$/);
    const key = readFileSync(join(desk.cwd, 'out/minisign.pub'), 'utf8').split('\n')[1] ?? '';
    for (const given of ['out/minisign.pub', key]) {
      const { exit, stdout, stderr } = await desk.run('verify', 'out', '--key', given);
      expect([exit, stdout]).toEqual([
        exits.done,
        expect.stringContaining(`out is what was exported: snapshot ${id}`),
      ]);
      expect(stderr).toContain(`signed with the key that was named, ${document.signedWith}`);
    }
  });

  it('says whose key it was, and that this proves nothing by itself', async () => {
    await desk.publish();
    await desk.run(...sign('key.pem'));
    const { exit, stderr } = await desk.run('verify', 'out');
    expect([exit, stderr]).toEqual([exits.done, expect.stringContaining('proves nothing by itself')]);
  });

  it('in which a byte was flipped is damaged, and the file is named', async () => {
    await desk.publish();
    await desk.run(...sign('key.pem'));
    flipByte(join(desk.cwd, 'out/icon.svg'));
    const { exit, stdout } = await desk.run('verify', 'out');
    expect([exit, stdout]).toEqual([
      exits.damaged,
      'icon.svg  is not what was exported (its hash differs)\n',
    ]);
    const { document } = await desk.json('verify', 'out');
    expect(document).toMatchObject({ ok: false, mirror: { problems: [{ file: 'icon.svg' }] } });
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
    await desk.publish();
    await desk.run('export', 'out', '--site', 'site');
    const unsigned = await desk.run('verify', 'out');
    expect([unsigned.exit, unsigned.stderr]).toEqual([
      exits.done,
      expect.stringContaining('it is not signed'),
    ]);
    const pub = 'RWR6FjtcpewSwiquJdX/8Kuz/EWwIbpTl9NYoQbbeN4tErqo43CydnBo';
    const pinned = await desk.run('verify', 'out', '--key', pub);
    expect([pinned.exit, pinned.stdout]).toEqual([exits.damaged, 'manifest.json  is not signed\n']);
  });

  it('that is no export says so', async () => {
    const { exit, stdout } = await desk.run('verify', 'dataset');
    expect([exit, stdout]).toEqual([exits.damaged, 'manifest.json  is missing\n']);
  });

  it.each([
    [['verify', 'out', '--key', 'none.pub'], 'there is no file none.pub'],
    [['verify', 'out', '--key', 'key.pem'], 'the key key.pem cannot be used'],
    [['verify', '--key', 'key.pem'], '--key is for the folder of an export'],
    [sign('none.key'), 'there is no file none.key'],
    [sign('dataset/records.csv'), 'the key dataset/records.csv cannot be used'],
  ])('and its keys are refused in one sentence: %j', async (argv, sentence) => {
    await desk.publish();
    await desk.run('export', 'out', '--site', 'site');
    const { exit, stderr } = await desk.run(...argv);
    expect([exit, stderr]).toEqual([exits.usage, expect.stringContaining(sentence)]);
  });
});
