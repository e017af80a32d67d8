import { isSnapshotId } from '@article21/model';
import {
  inspectSignature,
  type PublicKey,
  printKeyId,
  printSignature,
  type SigningKey,
} from '../seal/index.ts';

/**
 * What whoever publishes signs after each change: which snapshot is served, and the hash of the list of all that there are.
 * It is a signature of that list as minisign makes it, and says all of this in its signed comment: one small file, which is
 * replaced as a whole.
 */
export interface Statement {
  /** Greater with each change, also with a return to an earlier snapshot. An earlier statement put in its place is less. */
  position: number;
  /** The id of the snapshot served. */
  served: string;
  /** The hash of the list of editions, which is a piece of them. */
  list: string;
}

const form =
  /^timestamp:\d{1,11}\tfile:editions\.json\tposition:(\d{1,16})\tserved:(\S+)\tlist:([0-9a-f]{64})$/;

/** In milliseconds: no later moment has a date. */
const LATEST = 8.64e15;

export function printStatement(list: Uint8Array, statement: Statement, key: SigningKey): string {
  const { position, served, list: hash } = statement;
  // The time of day, because minisign writes it.
  const seconds = Math.floor(Date.now() / 1000);
  const comment = `timestamp:${seconds}\tfile:editions.json\tposition:${position}\tserved:${served}\tlist:${hash}`;
  return printSignature(list, key, comment);
}

/** Reads a statement, without asking whose it is. Throws one sentence on what is none. */
export function readStatement(text: string): Statement {
  const { comment } = inspectSignature(text);
  const [, position = '', served = '', list = ''] = form.exec(comment) ?? [];
  if (list === '' || !isSnapshotId(served)) throw new Error('it is a signature of something else');
  if (Number(position) > LATEST)
    throw new Error(
      `its position, ${position}, is no moment: it must be signed again by a clock that is right`,
    );
  return { position: Number(position), served, list };
}

/** What is wrong with a statement as one of `key`; null where it is. Of which list it is `isOfList` tells. */
export function notOf(text: string, key: PublicKey): string | null {
  const { id, isOfKey } = inspectSignature(text);
  if (!id.equals(key.id)) return `it is signed with key ${printKeyId(id)}, not with ${printKeyId(key.id)}`;
  return isOfKey(key) ? null : `it is not signed with key ${printKeyId(key.id)}, though it says so`;
}

/** Whether it signs this list. */
export function isOfList(text: string, list: Uint8Array, key: PublicKey): boolean {
  return inspectSignature(text).isOf(list, key);
}
