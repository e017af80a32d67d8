import { sealFiles } from './manifest.ts';
import {
  inspectSignature,
  type PublicKey,
  printKeyId,
  printPublicKeyFile,
  readPublicKey,
} from './minisign.ts';

/** Who signed a list of files, and when. */
export interface Signed {
  /** The id of the key. */
  key: string;
  /** Whether it is the one that was asked for. */
  pinned: boolean;
  /** `2026-11-28T12:00:00.000Z`; null where the signature does not say. */
  signed: string | null;
}

/** The files that stand together, as bytes or as what is wrong with them; null where there is none. */
interface Seal {
  manifest: Uint8Array;
  signature: Uint8Array | string | null;
  adjacentKey: Uint8Array | string | null;
  pinned: PublicKey | null;
  /** It must have been signed at this time or later, in milliseconds. */
  since: number | null;
}

interface Verdict {
  problems: { file: string; problem: string }[];
  signature: Signed | null;
}

/** Compares a list of files with its signature, and the key beside that with the key it was signed with. */
export function readSignature(seal: Seal): Verdict {
  const { signature, adjacentKey, pinned, since } = seal;
  if (signature === null) return unsigned(seal);
  if (typeof signature === 'string') return wrong(sealFiles.signature, signature);
  const own = readAdjacentKey(adjacentKey, pinned);
  if (typeof own === 'string' && pinned === null) return wrong(sealFiles.publicKey, own);
  const key = pinned ?? (own as PublicKey);
  const verdict = signedBy(key, seal, Buffer.from(signature).toString());
  if (typeof own === 'string') verdict.problems.push({ file: sealFiles.publicKey, problem: own });
  if (since !== null && verdict.signature !== null) {
    const old = tooOld(verdict.signature.signed, since);
    if (old !== null) verdict.problems.push({ file: sealFiles.signature, problem: old });
  }
  return verdict;
}

function unsigned({ adjacentKey, pinned, since }: Seal): Verdict {
  const problems: Verdict['problems'] = [];
  if (pinned !== null || since !== null)
    problems.push({ file: sealFiles.manifest, problem: 'is not signed' });
  if (adjacentKey !== null)
    problems.push({ file: sealFiles.publicKey, problem: 'is a key with which nothing is signed' });
  return { problems, signature: null };
}

/** The key beside a signature, or what is wrong with it: each byte of the file must be what an export writes. */
function readAdjacentKey(adjacentKey: Seal['adjacentKey'], pinned: PublicKey | null): PublicKey | string {
  if (adjacentKey === null)
    return pinned ? 'is missing' : 'is missing; name the key that it was signed with by --key';
  if (typeof adjacentKey === 'string') return adjacentKey;
  const text = Buffer.from(adjacentKey).toString();
  try {
    const key = readPublicKey(text);
    if (pinned && !(key.id.equals(pinned.id) && key.raw.equals(pinned.raw)))
      return `is another key, ${printKeyId(key.id)}, than the one that was named`;
    return text === printPublicKeyFile(key) ? key : 'is not what was exported: it has more than the key';
  } catch {
    return 'is not a public key of minisign';
  }
}

function signedBy(key: PublicKey, { manifest, pinned }: Seal, text: string): Verdict {
  const keyId = printKeyId(key.id);
  try {
    const { id, comment, isOf } = inspectSignature(text);
    if (!id.equals(key.id)) return wrong(sealFiles.signature, `is of key ${printKeyId(id)}, not of ${keyId}`);
    if (!isOf(manifest, key))
      return wrong(sealFiles.signature, `is not a signature of ${sealFiles.manifest} by key ${keyId}`);
    return { problems: [], signature: { key: keyId, pinned: pinned !== null, signed: timeOf(comment) } };
  } catch (error) {
    return wrong(sealFiles.signature, `cannot be used: ${error instanceof Error ? error.message : error}`);
  }
}

/** When something was signed, by the comment that is signed with it, as minisign writes it: `timestamp:1764331200`. */
function timeOf(comment: string): string | null {
  const [, seconds] = /(?:^|\t)timestamp:(\d{1,11})(?:\t|$)/.exec(comment) ?? [];
  return seconds === undefined ? null : new Date(Number(seconds) * 1000).toISOString();
}

function tooOld(signed: string | null, since: number): string | null {
  if (signed === null) return 'does not say when it was made: sign the export again with this version';
  if (Date.parse(signed) >= since) return null;
  return (
    `is of ${signed}, older than ${new Date(since).toISOString()}: ` +
    'this may be an earlier mirror that was put in the place of a later one'
  );
}

function wrong(file: string, problem: string): Verdict {
  return { problems: [{ file, problem }], signature: null };
}
