import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  printKeyId,
  printManifest,
  printPublicKey,
  printSignature,
  readPublicKey,
  readSecretKey,
  type SigningKey,
  sealFiles,
  verifyMirror,
} from '../../src/seal/index.ts';

const contents = { 'index.html': '<html>', 'assets/a.js': 'export {}', 'snapshots/x/cells.bin': 'cells' };
const mine = newKey();
let root: string;
const at = (path: string) => join(root, path);
const problems = async (pinned = readPublicKey(printPublicKey(mine))) =>
  (await verifyMirror(root, { pinned })).problems.map(({ file, problem }) => `${file} ${problem}`);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'article21-mirror-'));
  for (const [path, text] of Object.entries(contents)) write(path, text);
  seal(mine);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a mirror of somebody who means harm', () => {
  it.each([
    ['has 3221225472 bytes, far more than it needs', 3 * 2 ** 30],
    ['has 629145600 bytes, far more than it needs', 600 * 2 ** 20],
  ])('whose list of files is larger than any is not read: it %s', async (problem, bytes) => {
    truncateSync(at('manifest.json'), bytes);
    expect(await problems()).toEqual([`manifest.json ${problem}`]);
  });

  it('whose list of files lies too deep to be printed again is no list', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    write('manifest.json', `{"kind":"article21-mirror","a":${deep}}`);
    expect(await problems()).toEqual(['manifest.json is not what was written']);
  });
});

describe('a mirror that was signed', () => {
  it('is what was exported, by the key that was asked for', async () => {
    const report = await verifyMirror(root, { pinned: readPublicKey(printPublicKey(mine)) });
    expect(report.problems).toEqual([]);
    expect(report.signature).toEqual({ key: printKeyId(mine.id), pinned: true, signed: null });
  });

  it('names its key without being asked, and that nobody asked for it', async () => {
    expect((await verifyMirror(root)).signature).toEqual({
      key: printKeyId(mine.id),
      pinned: false,
      signed: null,
    });
  });

  it('by another key is not by this one, also when everything else was made to fit', async () => {
    const theirs = newKey();
    seal(theirs);
    expect(await problems()).toEqual([
      `manifest.json.minisig is of key ${printKeyId(theirs.id)}, not of ${printKeyId(mine.id)}`,
      `minisign.pub is another key, ${printKeyId(theirs.id)}, than the one that was named`,
    ]);
    seal({ ...theirs, id: mine.id });
    expect(await problems()).toEqual([
      `manifest.json.minisig is not a signature of manifest.json by key ${printKeyId(mine.id)}`,
      `minisign.pub is another key, ${printKeyId(mine.id)}, than the one that was named`,
    ]);
  });

  it('without its signature is not signed', async () => {
    rmSync(at(sealFiles.signature));
    const left = 'minisign.pub is a key with which nothing is signed';
    expect(await problems()).toEqual(['manifest.json is not signed', left]);
    const report = await verifyMirror(root);
    expect([report.signature, report.problems]).toMatchObject([null, [{ file: 'minisign.pub' }]]);
    rmSync(at(sealFiles.publicKey));
    expect(await problems()).toEqual(['manifest.json is not signed']);
    expect((await verifyMirror(root)).problems).toEqual([]);
  });

  it('whose signature is torn says so', async () => {
    writeFileSync(at(sealFiles.signature), 'untrusted comment: x\n');
    expect(await problems()).toEqual([
      'manifest.json.minisig cannot be used: it is not a signature of minisign',
    ]);
  });
});

describe('with the key named, a change is seen that nobody signed:', () => {
  const signature = () => readFileSync(at(sealFiles.signature), 'utf8');
  const torn = (why: string) => [`manifest.json.minisig cannot be used: ${why}`];
  const elsewhere = () => {
    const folder = mkdtempSync(join(tmpdir(), 'article21-elsewhere-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };

  it('the key beside it removed, replaced or with something after it', async () => {
    rmSync(at(sealFiles.publicKey));
    expect(await problems()).toEqual(['minisign.pub is missing']);
    write(sealFiles.publicKey, 'RW');
    expect(await problems()).toEqual(['minisign.pub is not a public key of minisign']);
    const more = 'minisign.pub is not what was exported: it has more than the key';
    for (const text of [`${printPublicKey(mine)}\n`, `see evil.example\n${printPublicKey(mine)}`]) {
      write(sealFiles.publicKey, text);
      expect(await problems()).toEqual([more]);
    }
    write(sealFiles.publicKey, 'x'.repeat(20_000));
    expect(await problems()).toEqual(['minisign.pub has 20000 bytes, far more than it needs']);
  });

  it.each(Object.values(sealFiles))('%s a link that leads out of the mirror', async (file) => {
    const target = join(elsewhere(), 'target');
    writeFileSync(target, readFileSync(at(file)));
    rmSync(at(file));
    symlinkSync(target, at(file));
    expect(await problems()).toEqual([`${file} is not a file`]);
  });

  it('anything after the four lines of the signature, or put into them', async () => {
    const text = signature();
    const [first = '', second = '', third = '', fourth = ''] = text.split('\n');
    const four = 'it has more than the four lines of a signature';
    const none = 'it is not a signature of minisign';
    const comment = 'a comment of it is longer than minisign writes, or not one line of text';
    const changed: [string, string][] = [
      [`${text}\n`, four],
      [`${text}more`, four],
      [text + 'more\n'.repeat(1000), four],
      [`${first}\n${second}!\n${third}\n${fourth}\n`, none],
      [`${first}\n${second}\n${third}\n${fourth} \n`, none],
      [text.replaceAll('\n', '\r\n'), none],
      [text.replace(first, first + 'x'.repeat(2000)), comment],
      [text.replace(first, `${first}\u001b[2J`), comment],
    ];
    for (const [other, why] of changed) {
      write(sealFiles.signature, other);
      expect(await problems()).toEqual(torn(why));
    }
    write(sealFiles.signature, text + 'x'.repeat(10_000));
    expect(await problems()).toEqual([
      expect.stringMatching(/minisig has \d+ bytes, far more than it needs$/),
    ]);
    write(sealFiles.signature, text.trimEnd());
    expect(await problems()).toEqual([]);
  });

  it('an earlier mirror in its place, where it is said how new it must be', async () => {
    const pinned = readPublicKey(printPublicKey(mine));
    const named = async (since: string) =>
      (await verifyMirror(root, { pinned, since: Date.parse(since) })).problems.map(({ problem }) => problem);
    expect(await named('2026-11-01')).toEqual([expect.stringContaining('does not say when it was made')]);
    const seconds = Date.parse('2026-11-10T12:00:00Z') / 1000;
    seal(mine, `timestamp:${seconds}\tfile:manifest.json`);
    expect(await named('2026-11-10T12:00:00Z')).toEqual([]);
    expect(await named('2026-11-10T12:00:01Z')).toEqual([
      expect.stringMatching(
        /^is of 2026-11-10T12:00:00.000Z, older than 2026-11-10T12:00:01.000Z: .* earlier/,
      ),
    ]);
    const text = signature();
    write(sealFiles.signature, text.replace(String(seconds), String(seconds + 86_400)));
    expect(await named('2026-11-10')).toEqual([expect.stringContaining('is not a signature of')]);
    rmSync(at(sealFiles.signature));
    expect(await named('2026-11-10')).toContain('is not signed');
  });
});

describe('one change, one sentence:', () => {
  it('a flipped byte', async () => {
    write('index.html', '<htmk>');
    expect(await problems()).toEqual(['index.html is not what was exported (its hash differs)']);
  });

  it('a longer file', async () => {
    appendFileSync(at('assets/a.js'), '!');
    expect(await problems()).toEqual(['assets/a.js has 10 bytes instead of 9']);
  });

  it('a file that is gone', async () => {
    rmSync(at('snapshots/x/cells.bin'));
    expect(await problems()).toEqual(['snapshots/x/cells.bin is missing']);
  });

  it('a file that was put there', async () => {
    write('assets/evil.js', 'x');
    expect(await problems()).toEqual(['assets/evil.js is not in the manifest']);
  });

  it('but none for the name that the owner gave to the web space, which is told apart', async () => {
    write('CNAME', 'mirror.example');
    expect(await problems()).toEqual([]);
    expect((await verifyMirror(root)).foreign).toEqual(['CNAME']);
    write('assets/CNAME', 'mirror.example');
    write('.htaccess', 'x');
    expect(await problems()).toEqual([
      '.htaccess is not in the manifest',
      'assets/CNAME is not in the manifest',
    ]);
  });

  it('what is said to be that name, and is not one host name', async () => {
    const label = 'x'.repeat(63);
    const longest = `${label}.${label}.${label}.${'x'.repeat(61)}`;
    for (const name of [
      'mirror.example\n',
      'www.xn--80a.example\r\n',
      'A-1.example',
      longest,
      `${longest}\n`,
    ]) {
      write('CNAME', name);
      expect([name, await problems()]).toEqual([name, []]);
    }
    const others = [
      '',
      '\n',
      '<script src="//evil.example/a.js"></script>',
      '<script>'.repeat(40_000),
      'a.example\nb.example\n',
      'a.example\n\n',
      'a.example b.example',
      ' a.example',
      'https://a.example/',
      'a.example/b',
      'a..example',
      '-a.example',
      'a.example.',
      'localhost',
      `${longest}x`,
      `${label}x.example`,
      'a.example\u0000',
      'a\u200b.example',
    ];
    for (const text of others) {
      write('CNAME', text);
      expect([text, await problems()]).toEqual([
        text,
        ['CNAME holds something else than one host name, and is not in the manifest'],
      ]);
    }
    expect((await verifyMirror(root)).foreign).toEqual([]);
  });

  it('a link in the place of a file', async () => {
    rmSync(at('index.html'));
    symlinkSync(at('assets/a.js'), at('index.html'));
    expect(await problems()).toEqual(['index.html is not a file']);
  });

  it('a folder in the place of a file, a link in that of a folder, an empty folder', async () => {
    rmSync(at('index.html'));
    mkdirSync(at('index.html'));
    rmSync(at('assets'), { recursive: true });
    symlinkSync(tmpdir(), at('assets'));
    mkdirSync(at('empty'));
    expect(await problems()).toEqual([
      'assets/a.js is missing',
      'index.html is missing',
      'assets is not in the manifest',
      'empty/ is not in the manifest',
      'index.html/ is not in the manifest',
    ]);
  });

  it('a link in the place of the name of the web space', async () => {
    symlinkSync(at('index.html'), at('CNAME'));
    expect(await problems()).toEqual(['CNAME is not in the manifest']);
  });

  it('a manifest in which a hash was changed, seal and all', async () => {
    write('index.html', '<htmk>');
    const text = readFileSync(at(sealFiles.manifest), 'utf8');
    writeFileSync(at(sealFiles.manifest), text.replace(hash('<html>'), hash('<htmk>')));
    const signature = `manifest.json.minisig is not a signature of manifest.json by key ${printKeyId(mine.id)}`;
    expect((await problems())[0]).toBe('manifest.json is not what was written');
    write(sealFiles.manifest, manifest());
    expect(await problems()).toEqual([signature]);
  });

  it('a manifest that is gone, or something else', async () => {
    rmSync(at(sealFiles.manifest));
    expect(await problems()).toEqual(['manifest.json is missing']);
    write(sealFiles.manifest, '{"format":1}');
    expect(await problems()).toEqual(['manifest.json is not that of an exported site']);
    write(sealFiles.manifest, 'nonsense');
    expect(await problems()).toEqual(['manifest.json is not a JSON object']);
  });
});

describe('a manifest', () => {
  it.each(['../a', '/a', 'a//b', 'a/./b', 'a\\b', '', 'a/..', 'a\u0000b'])(
    'cannot name a file outside of its folder: %j',
    (path) => {
      expect(() => printManifest({ ...about, files: [{ path, bytes: 1, sha256: hash('') }] })).toThrow();
    },
  );
});

const about = {
  format: 1,
  kind: 'article21-mirror',
  snapshot: '2012-09-25-0123456789abcdef',
  title: 'Made',
  version: '1.0.0',
  synthetic: false,
  records: 1,
} as const;

function manifest(): string {
  const files = Object.keys(contents).map((path) => {
    const bytes = readFileSync(at(path));
    return { path, bytes: bytes.length, sha256: hash(bytes) };
  });
  return printManifest({ ...about, files });
}

function seal(key: SigningKey, comment = 'made'): void {
  const text = manifest();
  write(sealFiles.manifest, text);
  write(sealFiles.signature, printSignature(Buffer.from(text), key, comment));
  write(sealFiles.publicKey, printPublicKey(key));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

function hash(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function newKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return readSecretKey(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), null);
}
