import { isRefusal } from './origin.ts';
import type { Pulled } from './pull.ts';

/** What following is made of, so that a test can be all of it. */
export interface Following {
  /** Asks the origin once. */
  pull(): Promise<Pulled>;
  /** Comes back after so many milliseconds; false where nobody follows any more. */
  pause(ms: number): Promise<boolean>;
  /** Calls `then` after so many milliseconds, unless what it answers is called before. */
  after(ms: number, then: () => void): () => void;
  /** Writes a line for the operator. */
  say(line: string): void;
  /** Called after each time that something was taken over: it can be served. */
  serve(): void;
  /** Whether there is anything to be served. */
  hasSomething(): Promise<boolean>;
}

/** In milliseconds: between two questions, after the first failure, after many, and when the operator is told of silence. */
export const intervals = { usual: 60_000, again: 5_000, longest: 300_000, silent: 3_600_000 } as const;

/**
 * Asks an origin again and again. What keeps it from being followed is said once, until it is another thing or over; it is
 * asked for again all the same, more rarely the longer that lasts.
 */
export async function follow({ pull, pause, after, say, serve, hasSomething }: Following): Promise<void> {
  let reported: string | null = null;
  let isSilent = false;
  // Also while an answer is under way: one that comes drop by drop is none.
  const becomeSilent = () => {
    isSilent = true;
    say(
      `nothing that could be taken has come for ${intervals.silent / 60_000} minutes: what is served may be out of date`,
    );
  };
  let heard = after(intervals.silent, becomeSilent);
  for (let failures = 0, goesOn = true; goesOn; ) {
    try {
      const pulled = await pull();
      if (reported !== null || isSilent) say('the origin can be followed again');
      for (const line of linesOf(pulled)) say(line);
      const [missing] = pulled.missing;
      if (missing) say(`an earlier edition could not be had: ${missing.message}`);
      [reported, failures, isSilent] = [null, 0, false];
      heard();
      heard = after(intervals.silent, becomeSilent);
      serve();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (isRefusal(error)) for (const line of removed(error.retracted)) say(line);
      // A folder that cannot be read is what the error is about.
      const isServed = await hasSomething().catch(() => true);
      const rest = isServed ? 'what was served is served still' : 'nothing is served until it can be had';
      if (error.message !== reported) say(`${error.message}; ${rest}`);
      reported = error.message;
      failures += 1;
    }
    goesOn = await pause(
      failures === 0 ? intervals.usual : Math.min(intervals.longest, intervals.again * 2 ** (failures - 1)),
    );
  }
  heard();
}

/** What came, for the operator; nothing where nothing is new. */
export function linesOf({ served, isNew, records, installed, retracted }: Pulled): string[] {
  const earlier = installed - (isNew && installed > 0 ? 1 : 0);
  return [
    ...(isNew ? [`${served} is served, ${records} records`] : []),
    ...removed(retracted),
    ...(earlier > 0 ? [`${earlier} earlier editions were taken over`] : []),
  ];
}

/** What was removed, for the operator. */
export function removed(retracted: readonly string[] = []): string[] {
  return retracted.map((id) => `${id} was retracted by its publisher, and is removed`);
}
