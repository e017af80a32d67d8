import { randomUUID } from 'node:crypto';
import { chainOf, describeError, titleOf } from '@article21/store';

/** Writes an error down for the operator. Answers the id under which it stands in the log. */
export type Report = (error: unknown) => string;

export interface LogOptions {
  /** Writes one line. */
  warn(line: string): void;
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
  newId?(): string;
}

/** Of one kind, and of all kinds together, in a minute: what is written in full. */
const MAX_FULL_STACKS = 5;
const IN_FULL_OF_ALL = 100;
const MINUTE = 60_000;

/** Names that are made up anew each time: of a folder for temporary files, of a file that is being written. */
const MADE_UP = /(?<=article21-[a-z]+-)\w{6}\b|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

interface Kind {
  since: number;
  count: number;
  /** Under which the last of them that was written in full stands. */
  id: string;
}

/**
 * A log in which every error stands with all its causes, once: the same error again has the id that it got before. Of
 * many of one kind within a minute the first five are written in full; the tenth, hundredth and so on are only counted,
 * under the id of one that was.
 */
export function createLog({ warn, now, newId = randomUUID }: LogOptions): Report {
  const written = new WeakMap<object, string>();
  const kinds = new Map<string, Kind>();
  let all = { since: Number.NEGATIVE_INFINITY, count: 0, id: '' };

  function kindOf(error: unknown): Kind {
    const time = now();
    if (time - all.since >= MINUTE) {
      all = { since: time, count: 0, id: '' };
      kinds.clear();
    }
    // Many kinds at once, as of messages that a request decides about, are one.
    if (all.count >= IN_FULL_OF_ALL) return all;
    const name = chainOf(error).map(titleOf).join('\n').replace(MADE_UP, '');
    const kind = kinds.get(name) ?? { since: time, count: 0, id: '' };
    kinds.set(name, kind);
    return kind;
  }

  return (error) => {
    const key = typeof error === 'object' && error !== null ? error : {};
    const before = written.get(key);
    if (before !== undefined) return before;
    const kind = kindOf(error);
    kind.count += 1;
    const isFull = kind !== all && kind.count <= MAX_FULL_STACKS;
    if (isFull) {
      kind.id = newId();
      all.count += 1;
      all.id = kind.id;
      for (const line of describeError(error)) warn(`${kind.id} ${line}`);
    } else if (Number.isInteger(Math.log10(kind.count)))
      warn(`${kind.id} ${kind.count} such errors within a minute, most of them not written here`);
    written.set(key, kind.id);
    return kind.id;
  };
}
