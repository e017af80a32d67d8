import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What stands before 32 raw bytes to make of them a key that Node reads (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

export function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
}

function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC, raw]), format: 'der', type: 'spki' });
}

/** The 32 raw bytes of the public half of an Ed25519 key. */
export function rawPublicKey(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length);
}

export function signBytes(message: Uint8Array, key: KeyObject): Buffer {
  return sign(null, message, key);
}

export function isSignedBy(message: Uint8Array, signature: Uint8Array, raw: Uint8Array): boolean {
  return verify(null, message, publicKeyOf(raw), signature);
}

export function blake2b512(bytes: Uint8Array): Buffer {
  return createHash('blake2b512').update(bytes).digest();
}
