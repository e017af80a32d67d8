import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Times of one thing done many times, in milliseconds. */
export interface Times {
  median: number;
  p99: number;
}

/** How often and how long at most something is repeated; it is always done at least `least` times. */
export interface Effort {
  least: number;
  most: number;
  ms: number;
}

/** Times `work` after it was done twice to warm up. */
export function time(work: () => unknown, effort: Effort): Times {
  work();
  work();
  const times: number[] = [];
  for (const end = performance.now() + effort.ms; isGoing(times.length, end, effort); ) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return timesOf(times);
}

/** The same for work that is waited for. */
export async function timeAsync(work: () => Promise<unknown>, effort: Effort): Promise<Times> {
  await work();
  const times: number[] = [];
  for (const end = performance.now() + effort.ms; isGoing(times.length, end, effort); ) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return timesOf(times);
}

/** How long one piece of work takes, and what it gives. */
export async function once<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

/** Bytes that JavaScript holds, garbage collected first. DuckDB's own memory is not among them. */
export function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Twice, because the buffers of typed arrays are freed after the arrays are.
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function isGoing(done: number, end: number, { least, most }: Effort): boolean {
  return done < least || (done < most && performance.now() < end);
}

function timesOf(times: number[]): Times {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(times.length * share) - 1] as number;
  return { median: at(0.5), p99: at(0.99) };
}
