import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  (await verifyMirror(root, pinned)).problems.map(({ file, problem }) => `${file} ${problem}`);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'article21-mirror-'));
  for (const [path, text] of Object.entries(contents)) write(path, text);
  seal(mine);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a mirror that was signed', () => {
  it('is what was exported, by the key that was asked for', async () => {
    const report = await verifyMirror(root, readPublicKey(printPublicKey(mine)));
    expect(report.problems).toEqual([]);
    expect(report.signature).toEqual({ key: printKeyId(mine.id), pinned: true });
  });

  it('names its key without being asked, and that nobody asked for it', async () => {
    expect((await verifyMirror(root, null)).signature).toEqual({ key: printKeyId(mine.id), pinned: false });
  });

  it('by another key is not by this one, also when everything else was made to fit', async () => {
    const theirs = newKey();
    seal(theirs);
    expect(await problems()).toEqual([
      `manifest.json.minisig is of key ${printKeyId(theirs.id)}, not of ${printKeyId(mine.id)}`,
    ]);
    seal({ ...theirs, id: mine.id });
    expect(await problems()).toEqual([
      `manifest.json.minisig is not a signature of manifest.json by key ${printKeyId(mine.id)}`,
    ]);
  });

  it('without its signature is not signed', async () => {
    rmSync(at(sealFiles.signature));
    expect(await problems()).toEqual(['manifest.json is not signed']);
    expect((await verifyMirror(root, null)).signature).toBeNull();
  });

  it('whose signature is torn says so', async () => {
    writeFileSync(at(sealFiles.signature), 'untrusted comment: x\n');
    expect(await problems()).toEqual([
      'manifest.json.minisig cannot be used: it is not a signature of minisign',
    ]);
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
    expect((await verifyMirror(root, null)).foreign).toEqual(['CNAME']);
    write('assets/CNAME', 'mirror.example');
    write('.htaccess', 'x');
    expect(await problems()).toEqual([
      '.htaccess is not in the manifest',
      'assets/CNAME is not in the manifest',
    ]);
  });

  it('a link in the place of a file', async () => {
    rmSync(at('index.html'));
    symlinkSync(at('assets/a.js'), at('index.html'));
    expect(await problems()).toEqual(['index.html is not a file']);
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

function seal(key: SigningKey): void {
  const text = manifest();
  write(sealFiles.manifest, text);
  write(sealFiles.signature, printSignature(Buffer.from(text), key, 'made'));
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
