import { type Stream, visible } from './output.ts';

/**
 * Tells how far a long work is. Silent for the first second. Where standard error is no terminal it is silent, too, or, where
 * that was asked for, writes a line every five seconds.
 */
export interface Progress {
  /** `done` of `total` units; a total that nobody knows yet is null. */
  at(done: number, total: number | null, what: string): void;
  /** Takes the line away again. */
  end(): void;
}

const PATIENCE_MS = 1000;
const REDRAW_MS = 100;
const NEXT_LINE_MS = 5000;
const WIDTH = 24;

export function createProgress(stream: Stream, now = () => performance.now(), inLines = false): Progress {
  const started = now();
  let drawn = 0;
  const every = stream.isTTY ? REDRAW_MS : NEXT_LINE_MS;
  const at = (done: number, total: number | null, what: string) => {
    const time = now();
    if (!(stream.isTTY || inLines) || time - started < PATIENCE_MS || time - drawn < every) return;
    drawn = time;
    if (!stream.isTTY) {
      stream.write(`${total === null ? '' : `${percent(done, total)} `}${visible(what)}\n`);
      return;
    }
    const line = `${bar(done, total, time)} ${visible(what)}`;
    stream.write(`\r\u001b[K${line.slice(0, stream.columns - 1)}`);
  };
  const end = () => {
    if (drawn > 0 && stream.isTTY) stream.write('\r\u001b[K');
    drawn = 0;
  };
  return { at, end };
}

function bar(done: number, total: number | null, time: number): string {
  if (total === null) {
    const place = Math.floor(time / REDRAW_MS) % (WIDTH - 3);
    return `${'─'.repeat(place)}━━━━${'─'.repeat(WIDTH - 4 - place)}`;
  }
  const full = Math.round(shareOf(done, total) * WIDTH);
  return `${'━'.repeat(full)}${'─'.repeat(WIDTH - full)} ${percent(done, total)}`;
}

function percent(done: number, total: number): string {
  return `${Math.floor(shareOf(done, total) * 100)}%`.padStart(4);
}

function shareOf(done: number, total: number): number {
  return total > 0 ? Math.min(1, done / total) : 1;
}
