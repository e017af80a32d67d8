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
  return printPublicKeyFile({ id, raw: rawPublicKey(key) });
}

/** A public key as the file that holds it, byte for byte. */
export function printPublicKeyFile({ id, raw }: PublicKey): string {
  const bytes = Buffer.concat([Buffer.from('Ed'), id, raw]);
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

/** A signature, read. */
export interface Inspected {
  /** The id of the key that it says it was made with. */
  id: Buffer;
  /** The comment that is signed with it; to be believed only if it is a signature of something. */
  comment: string;
  /** Whether its comment is signed by this key. */
  isOfKey(key: PublicKey): boolean;
  /** Whether it is one of these bytes, by this key. */
  isOf(bytes: Uint8Array, key: PublicKey): boolean;
}

/** Reads a signature. Throws one sentence when it is none. */
export function inspectSignature(text: string): Inspected {
  const { isPrehashed, id, signature, comment, global } = parse(text);
  const signed = Buffer.concat([signature, Buffer.from(comment)]);
  const isOfKey = (key: PublicKey) => id.equals(key.id) && isSignedBy(signed, global, key.raw);
  return {
    id,
    comment,
    isOfKey,
    isOf: (bytes, key) =>
      isOfKey(key) && isSignedBy(isPrehashed ? blake2b512(bytes) : bytes, signature, key.raw),
  };
}

/** Whether a signature is of these bytes, by this key. Throws one sentence when it is no signature. */
export function isSigned(bytes: Uint8Array, text: string, key: PublicKey): boolean {
  return inspectSignature(text).isOf(bytes, key);
}

/** The longest that minisign itself writes; the first comment is not signed, and anything may be put there. */
const LONGEST_COMMENT = 1024;

/** A signature has four lines and nothing else: what could be added to it would be signed by nobody. */
function parse(text: string) {
  const [untrusted = '', line = '', trusted = '', last = '', ...rest] = text.split('\n');
  const [bytes, global] = [decode(line), decode(last)];
  const algorithm = bytes.toString('latin1', 0, 2);
  const known = algorithm === PREHASHED || algorithm === 'Ed';
  const whole = bytes.length === 74 && global.length === 64;
  if (!untrusted.startsWith(UNTRUSTED) || !trusted.startsWith(TRUSTED) || !known || !whole)
    throw new Error('it is not a signature of minisign');
  if (rest.length > 1 || (rest[0] ?? '') !== '')
    throw new Error('it has more than the four lines of a signature');
  const comments = [untrusted, trusted];
  if (comments.some((it) => it.length > LONGEST_COMMENT || /\p{Cc}/u.test(it.replaceAll('\t', ''))))
    throw new Error('a comment of it is longer than minisign writes, or not one line of text');
  // Nobody signs the first comment, and these turn round or hide what a terminal shows after them.
  if (/[\p{Cf}\p{Zl}\p{Zp}]/u.test(untrusted))
    throw new Error('its first comment, which nobody signs, has signs that are not seen');
  return {
    isPrehashed: algorithm === PREHASHED,
    id: bytes.subarray(2, 10),
    signature: bytes.subarray(10),
    comment: trusted.slice(TRUSTED.length),
    global,
  };
}

/** The bytes of a line in base64; none where it is written in another way than they are. */
function decode(line: string): Buffer {
  const bytes = Buffer.from(line, 'base64');
  return bytes.toString('base64') === line ? bytes : Buffer.alloc(0);
}
