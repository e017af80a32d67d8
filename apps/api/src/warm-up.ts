import { countsFor, type LoadedSnapshot } from '@article21/answers';
import { endpoints } from '@article21/contract';
import { type Day, emptyQuery, printDay } from '@article21/model';
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
  const id = await snapshots.current();
  const extent = await snapshots.use(id, async (loaded) => {
    makeTotals(loaded);
    return loaded.cube.extent;
  });
  if (!extent) return;
  const end = now() + LONGEST;
  const days = extent.to - extent.from + 1;
  for (let round = 0; round < ROUNDS && now() < end; round++)
    for (const address of questionsFrom(extent.from + (round % days)))
      await hono.request(`${site}${address}`, { method: 'HEAD' });
}

/**
 * Makes what the questions that are asked most need, for all places together: it takes 0.1 s for each measure of a million
 * records, which is too long for this thread once anybody waits. What else is missing is made by a worker thread.
 */
function makeTotals(loaded: LoadedSnapshot): void {
  for (const measure of loaded.cube.present) countsFor({ ...emptyQuery, measure: [measure] }, loaded);
}

/** Requests that no cache can answer. HEAD makes the headers only, and of so few groups no worker thread says how many they are. */
function questionsFrom(day: Day): string[] {
  const from = printDay(day);
  return [
    `${endpoints.counts.path}?by=period&every=day&from=${from}`,
    `/?by=period&every=day&from=${from}`,
    `/data?from=${from}`,
    `${endpoints.chartSvg.path}?by=period&from=${from}`,
  ];
}
