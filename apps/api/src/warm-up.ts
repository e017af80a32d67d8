import { endpoints } from '@article21/contract';
import { type Day, printDay } from '@article21/model';
import type { Hono } from 'hono';
import type { Snapshots } from './snapshots.ts';

interface WarmUp {
  hono: Pick<Hono, 'request'>;
  snapshots: Pick<Snapshots, 'current' | 'use'>;
  /** The path of the site, without a trailing slash. */
  site: string;
  /** A monotonic clock in milliseconds. */
  now(): number;
}

/** The most it may take, in milliseconds. */
const LONGEST = 1_000;
/** After so many rounds the code is compiled, and more do not make it faster. */
const ROUNDS = 25;

/**
 * Runs, before the first request, what the answering thread is slowest at: the first runs of code take about five times as long,
 * and simultaneous requests would wait for all of it. Errors are left to the requests that meet them.
 */
export async function warmUp({ hono, snapshots, site, now }: WarmUp): Promise<void> {
  const end = now() + LONGEST;
  const id = await snapshots.current();
  const extent = await snapshots.use(id, async ({ cube }) => cube.extent);
  if (!extent) return;
  const days = extent.to - extent.from + 1;
  for (let round = 0; round < ROUNDS && now() < end; round++)
    for (const address of questionsFrom(extent.from + (round % days)))
      await hono.request(`${site}${address}`, { method: 'HEAD' });
}

/** Requests that no cache can answer. HEAD makes the headers only, and uses no worker thread. */
function questionsFrom(day: Day): string[] {
  const from = printDay(day);
  return [
    `${endpoints.counts.path}?by=place,period&every=day&from=${from}`,
    `/?by=place,period&every=day&from=${from}`,
    `/data?from=${from}`,
    `${endpoints.chartSvg.path}?by=place&from=${from}`,
  ];
}
