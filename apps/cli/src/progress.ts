import { type Stream, visible } from './output.ts';

/** Tells how far a long work is. Silent for the first second, and where standard error is no terminal. */
export interface Progress {
  /** `done` of `total` units; a total that nobody knows yet is null. */
  at(done: number, total: number | null, what: string): void;
  /** Takes the line away again. */
  end(): void;
}

const PATIENCE_MS = 1000;
const REDRAW_MS = 100;
const WIDTH = 24;

export function createProgress(stream: Stream, now = () => performance.now()): Progress {
  const started = now();
  let drawn = 0;
  const at = (done: number, total: number | null, what: string) => {
    const time = now();
    if (!stream.isTTY || time - started < PATIENCE_MS || time - drawn < REDRAW_MS) return;
    drawn = time;
    const line = `${bar(done, total, time)} ${visible(what)}`;
    stream.write(`\r\u001b[K${line.slice(0, stream.columns - 1)}`);
  };
  const end = () => {
    if (drawn > 0) stream.write('\r\u001b[K');
    drawn = 0;
  };
  return { at, end };
}

function bar(done: number, total: number | null, time: number): string {
  if (total === null) {
    const place = Math.floor(time / REDRAW_MS) % (WIDTH - 3);
    return `${'─'.repeat(place)}━━━━${'─'.repeat(WIDTH - 4 - place)}`;
  }
  const share = total > 0 ? Math.min(1, done / total) : 1;
  const full = Math.round(share * WIDTH);
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  return `${'━'.repeat(full)}${'─'.repeat(WIDTH - full)} ${percent}`;
}
