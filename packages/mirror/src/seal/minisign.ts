import { blake2b512, isSignedBy, rawPublicKey, signBytes } from './ed25519.ts';
import type { SigningKey } from './secret-key.ts';

/** A key to verify with. */
export interface PublicKey {
  id: Buffer;
  raw: Buffer;
}

const UNTRUSTED = 'untrusted comment: ';
const TRUSTED = 'trusted comment: ';
/** What is signed is the BLAKE2b hash of a file; `Ed` alone, of the file itself, is of minisign's past. */
const PREHASHED = 'ED';

/** The id of a key as minisign writes it. */
export function printKeyId(id: Uint8Array): string {
  return Buffer.from(id).reverse().toString('hex').toUpperCase();
}

/** The public half of a key, as `minisign -V -p` reads it. */
export function printPublicKey({ id, key }: SigningKey): string {
  const bytes = Buffer.concat([Buffer.from('Ed'), id, rawPublicKey(key)]);
  return `${UNTRUSTED}minisign public key ${printKeyId(id)}\n${bytes.toString('base64')}\n`;
}

/** Reads a public key: a file of minisign, or the one line of it that is the key. Throws one sentence on anything else. */
export function readPublicKey(text: string): PublicKey {
  const line = text.trim().split(/\r?\n/).at(-1) ?? '';
  const bytes = Buffer.from(line, 'base64');
  if (bytes.length !== 42 || bytes.toString('latin1', 0, 2) !== 'Ed')
    throw new Error('it is not a minisign public key');
  return { id: bytes.subarray(2, 10), raw: bytes.subarray(10) };
}

/** Signs bytes as minisign does: the file beside them. The comment, of one line, is signed as well. */
export function printSignature(bytes: Uint8Array, { id, key }: SigningKey, comment: string): string {
  const signature = signBytes(blake2b512(bytes), key);
  const global = signBytes(Buffer.concat([signature, Buffer.from(comment)]), key);
  const line = Buffer.concat([Buffer.from(PREHASHED), id, signature]).toString('base64');
  return `${UNTRUSTED}signature of article21 export\n${line}\n${TRUSTED}${comment}\n${global.toString('base64')}\n`;
}

/** The id of the key that a signature says it was made with. Throws one sentence when it is no signature. */
export function signedWith(text: string): Buffer {
  return parse(text).id;
}

/** Whether a signature is of these bytes, by this key. Throws one sentence when it is no signature. */
export function isSigned(bytes: Uint8Array, text: string, { id, raw }: PublicKey): boolean {
  const parts = parse(text);
  const message = parts.isPrehashed ? blake2b512(bytes) : bytes;
  const comment = Buffer.concat([parts.signature, Buffer.from(parts.comment)]);
  return (
    parts.id.equals(id) && isSignedBy(message, parts.signature, raw) && isSignedBy(comment, parts.global, raw)
  );
}

function parse(text: string) {
  const [untrusted = '', line = '', trusted = '', last = ''] = text.split(/\r?\n/);
  const [bytes, global] = [Buffer.from(line, 'base64'), Buffer.from(last, 'base64')];
  const algorithm = bytes.toString('latin1', 0, 2);
  const known = algorithm === PREHASHED || algorithm === 'Ed';
  const whole = bytes.length === 74 && global.length === 64;
  if (!untrusted.startsWith(UNTRUSTED) || !trusted.startsWith(TRUSTED) || !known || !whole)
    throw new Error('it is not a signature of minisign');
  return {
    isPrehashed: algorithm === PREHASHED,
    id: bytes.subarray(2, 10),
    signature: bytes.subarray(10),
    comment: trusted.slice(TRUSTED.length),
    global,
  };
}
