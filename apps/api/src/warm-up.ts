import { endpoints } from '@article21/contract';
import { type Day, printDay } from '@article21/model';
import type { Hono } from 'hono';
import type { Snapshots } from './snapshots.ts';

interface WarmUp {
  hono: Pick<Hono, 'request'>;
  snapshots: Pick<Snapshots, 'current' | 'use'>;
  /** The path that all stands under, without a slash at its end. */
  site: string;
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
}

/** It takes no longer, in milliseconds. */
const LONGEST = 1_000;
/** From then on a question takes as long as ever after. */
const ROUNDS = 25;

/**
 * Asks a service, before anybody can, what its own thread takes longest for: what a program does for the first times takes it some five
 * times as long, and many who ask at the same moment would wait for all of it. What fails is told to whoever asks for it.
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

/** Questions that nobody has asked before: of HEAD the heads alone are made, and nothing by other threads. */
function questionsFrom(day: Day): string[] {
  const from = printDay(day);
  return [
    `${endpoints.counts.path}?by=place,period&every=day&from=${from}`,
    `/?by=place,period&every=day&from=${from}`,
    `/data?from=${from}`,
    `${endpoints.chartSvg.path}?by=place&from=${from}`,
  ];
}
