import { createPrivateKey, type KeyObject, scryptSync } from 'node:crypto';
import { blake2b512, privateKeyOf, rawPublicKey } from './ed25519.ts';

/** A key to sign with, and the eight bytes by which minisign tells it from others. */
export interface SigningKey {
  id: Buffer;
  key: KeyObject;
}

const ALGORITHM = 2;
const PARAMETERS = 2 + 2 + 2 + 32 + 8 + 8;
const SECRET = 8 + 64 + 32;
/** More memory than minisign's strongest setting takes is a mistake, or an attack on this machine. */
const MOST_MEMORY = 2 ** 31;

/** Whether a key file is locked with a password. */
export function isLocked(text: string): boolean {
  if (text.includes('-----BEGIN')) return text.includes('-----BEGIN ENCRYPTED');
  const bytes = minisignBytes(text);
  return bytes !== null && bytes.toString('latin1', ALGORITHM, ALGORITHM + 2) === 'Sc';
}

/**
 * Reads a secret key: of minisign, or Ed25519 as PEM (PKCS#8), whose id is the beginning of its hash. Throws one
 * sentence on anything else, and on a wrong password.
 */
export function readSecretKey(text: string, password: string | null): SigningKey {
  return text.includes('-----BEGIN') ? fromPem(text, password) : fromMinisign(text, password);
}

function fromPem(text: string, password: string | null): SigningKey {
  const key = readPem(text, password);
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(`it is a key of ${key.asymmetricKeyType}; give an Ed25519 or a minisign key`);
  return { id: blake2b512(rawPublicKey(key)).subarray(0, 8), key };
}

function readPem(text: string, password: string | null): KeyObject {
  try {
    return createPrivateKey({ key: text, ...(password === null ? {} : { passphrase: password }) });
  } catch (cause) {
    const why = isLocked(text) ? 'its password is wrong' : 'it is no private key in PEM (PKCS#8)';
    throw new Error(why, { cause });
  }
}

function fromMinisign(text: string, password: string | null): SigningKey {
  const bytes = minisignBytes(text);
  if (bytes === null) throw new Error('it is neither a minisign secret key nor an Ed25519 key in PEM');
  const secret = Buffer.from(bytes.subarray(PARAMETERS));
  if (isLocked(text)) {
    if (password === null) throw new Error('it is locked with a password');
    const stream = derive(bytes, password);
    for (const [i, byte] of stream.entries()) secret[i] = (secret[i] ?? 0) ^ byte;
  }
  const [id, seed, own] = [secret.subarray(0, 8), secret.subarray(8, 40), secret.subarray(40, 72)];
  const key = privateKeyOf(seed);
  // The key holds its public half: a wrong password or a flipped byte gives another.
  if (!rawPublicKey(key).equals(own))
    throw new Error(isLocked(text) ? 'its password is wrong' : 'it is damaged');
  return { id, key };
}

/** The bytes of a minisign secret key; null when it is something else. */
function minisignBytes(text: string): Buffer | null {
  const [comment = '', line = ''] = text.split(/\r?\n/);
  const bytes = Buffer.from(line, 'base64');
  const isKey = comment.startsWith('untrusted comment:') && bytes.toString('latin1', 0, ALGORITHM) === 'Ed';
  return isKey && bytes.length === PARAMETERS + SECRET ? bytes : null;
}

/** scrypt with the costs that libsodium makes of its two limits. */
function derive(bytes: Buffer, password: string): Buffer {
  const at = ALGORITHM + 2 + 2;
  const salt = bytes.subarray(at, at + 32);
  const [operations, memory] = [bytes.readBigUInt64LE(at + 32), bytes.readBigUInt64LE(at + 40)].map(Number);
  const { N, r, p } = costs(operations ?? 0, memory ?? 0);
  const maxmem = 128 * N * r + 128 * r * p + 2 ** 20;
  if (maxmem > MOST_MEMORY) throw new Error('its password takes more than 2 GiB of memory to check');
  return scryptSync(password, salt, SECRET, { N, r, p, maxmem });
}

function costs(operations: number, memory: number): { N: number; r: number; p: number } {
  const r = 8;
  const ops = Math.max(32_768, operations);
  const bound = ops < memory / 32 ? ops / (r * 4) : memory / (r * 128);
  let power = 1;
  while (power < 63 && 2 ** power <= bound / 2) power += 1;
  const p = ops < memory / 32 ? 1 : Math.floor(Math.min(ops / 4 / 2 ** power, 0x3fffffff) / r);
  return { N: 2 ** power, r, p: Math.max(1, p) };
}
