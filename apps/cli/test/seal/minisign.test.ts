import { generateKeyPairSync, scryptSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isLocked,
  printKeyId,
  printPublicKey,
  printSignature,
  readPublicKey,
  readSecretKey,
} from '../../src/seal/index.ts';
import { isSigned } from '../../src/seal/minisign.ts';

/** Made by minisign 0.11: `minisign -G -W`, then `minisign -S -m file -t 'a comment'` of a file that is `test`. */
const secret = `untrusted comment: minisign encrypted secret key
RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAehY7XKXsEsIuhETm/1mjhsM4W4rtDPTUFEG0XheNVHrWo0hCOKmiPSquJdX/8Kuz/EWwIbpTl9NYoQbbeN4tErqo43CydnBoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`;
const line = 'RWR6FjtcpewSwiquJdX/8Kuz/EWwIbpTl9NYoQbbeN4tErqo43CydnBo';
const published = `untrusted comment: minisign public key C212ECA55C3B167A\n${line}\n`;
const signature = `untrusted comment: signature from minisign secret key
RUR6FjtcpewSwtPhg5NR8Z/kGuhKQp+CRFezOaQNSVQIxg/KQ7Ht5yYkbIwVoEiKrOoo2rwuTGbpe0HQimYyabJICmKuvwcPEA8=
trusted comment: a comment
92M3C6NqRIpQdb4dnFn7vdOc28F444scG9rfN84ldVwoZZ+mEiJORkVqbPkXY4KlyxFqk0Rn7buyswsioZpEAQ==
`;
const message = Buffer.from('test');

describe('a signature', () => {
  it('of minisign itself is understood', () => {
    expect(isSigned(message, signature, readPublicKey(published))).toBe(true);
    expect(isSigned(message, signature, readPublicKey(line))).toBe(true);
  });

  it('is the same bytes as minisign makes with the same key, its first comment aside', () => {
    const own = printSignature(message, readSecretKey(secret, null), 'a comment');
    expect(own.split('\n').slice(1)).toEqual(signature.split('\n').slice(1));
  });

  it('is of no other bytes, comment or key', () => {
    const key = readPublicKey(line);
    expect(isSigned(Buffer.from('tesT'), signature, key)).toBe(false);
    expect(isSigned(message, signature.replace('a comment', 'b comment'), key)).toBe(false);
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    const other = readPublicKey(printPublicKey(readSecretKey(pem, null)));
    expect(isSigned(message, signature, other)).toBe(false);
    expect(isSigned(message, signature, { ...other, id: key.id })).toBe(false);
  });

  it.each(['\u202e', '\u2066', '\u200b', '\ufeff', '\u2028'])(
    'with a sign in its first comment that is not seen (%j) is none',
    (sign) => {
      const forged = signature.replace('secret key', `secret ${sign}key`);
      expect(() => isSigned(message, forged, readPublicKey(line))).toThrow('signs that are not seen');
    },
  );

  it('with any byte of it flipped is none', () => {
    const key = readPublicKey(line);
    const parts = signature.split('\n');
    fc.assert(
      fc.property(fc.constantFrom(1, 3), fc.nat(63), fc.integer({ min: 1, max: 255 }), (at, n, flip) => {
        const bytes = Buffer.from(parts[at] ?? '', 'base64');
        const byte = at === 1 ? n + 10 : n;
        bytes[byte] = (bytes[byte] ?? 0) ^ flip;
        const text = parts.map((it, i) => (i === at ? bytes.toString('base64') : it)).join('\n');
        expect(isSigned(message, text, key)).toBe(false);
      }),
    );
  });
});

describe('a key', () => {
  it('has the id and the public half that minisign writes', () => {
    const key = readSecretKey(secret, null);
    expect(printKeyId(key.id)).toBe('C212ECA55C3B167A');
    expect(printPublicKey(key)).toBe(published);
  });

  it('of OpenSSL is as good, locked with a password too', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    const lock = { format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'open sesame' } as const;
    const locked = privateKey.export(lock).toString();
    const key = readSecretKey(pem, null);
    expect([isLocked(pem), isLocked(locked)]).toEqual([false, true]);
    expect(readSecretKey(locked, 'open sesame').id).toEqual(key.id);
    expect(() => readSecretKey(locked, 'wrong')).toThrow('its password is wrong');
    expect(isSigned(message, printSignature(message, key, ''), readPublicKey(printPublicKey(key)))).toBe(
      true,
    );
  });

  it('of minisign opens with its password, and with no other', () => {
    const locked = lockedKey('open sesame');
    expect(isLocked(locked)).toBe(true);
    expect(printKeyId(readSecretKey(locked, 'open sesame').id)).toBe('C212ECA55C3B167A');
    expect(() => readSecretKey(locked, 'wrong')).toThrow('its password is wrong');
    expect(() => readSecretKey(locked, null)).toThrow('it is locked with a password');
  });

  it('that would take all memory to open is refused', () => {
    expect(() => readSecretKey(lockedKey('x', { memory: 2n ** 40n, operations: 2n ** 40n }), 'x')).toThrow(
      '2 GiB',
    );
  });

  it.each([
    ['nothing', '', 'neither a minisign secret key nor an Ed25519 key'],
    ['a public key', published, 'neither a minisign secret key nor an Ed25519 key'],
    ['a signature', signature, 'neither a minisign secret key nor an Ed25519 key'],
    ['a broken PEM', '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----', 'no private key in PEM'],
    ['a damaged key', secret.replace('ehY7XKXsEsIu', 'ehY7XKXsEsIv'), 'it is damaged'],
  ])('that is %s is refused in one sentence', (_, text, message) => {
    expect(() => readSecretKey(text, null)).toThrow(message);
  });

  it('of another kind is named', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(() => readSecretKey(pem, null)).toThrow('it is a key of rsa; give an Ed25519 or a minisign key');
  });

  it('to verify with is refused when it is none', () => {
    for (const text of ['', 'x', signature, secret])
      expect(() => readPublicKey(text)).toThrow('not a minisign');
  });
});

/** The key above, locked as minisign locks it, with costs that a test can pay. */
function lockedKey(password: string, { operations = 32_768n, memory = 2n ** 24n } = {}): string {
  const bytes = Buffer.from(secret.split('\n')[1] ?? '', 'base64');
  bytes.write('Sc', 2, 'latin1');
  const salt = Buffer.alloc(32, 7);
  salt.copy(bytes, 6);
  bytes.writeBigUInt64LE(operations, 38);
  bytes.writeBigUInt64LE(memory, 46);
  // 32,768 operations and 16 MiB are N = 2^10, r = 8, p = 1.
  const stream = scryptSync(password, salt, 104, { N: 1024, r: 8, p: 1 });
  for (const [i, byte] of stream.entries()) bytes[54 + i] = (bytes[54 + i] ?? 0) ^ byte;
  return `untrusted comment: minisign encrypted secret key\n${bytes.toString('base64')}\n`;
}
