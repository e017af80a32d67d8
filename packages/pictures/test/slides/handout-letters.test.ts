import type { LoadedSnapshot } from '@article21/answers';
import { chartIds, needsOf } from '@article21/charts';
import { endpoints } from '@article21/contract';
import { words } from '@article21/messages';
import { createRenderer } from '@article21/render';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawHandout, readViews } from '../../src/index.ts';
import { serveMade } from '../made.ts';

/** Points, as what is read in a hand; a hundredth less is how numbers are rounded in a file. */
const LEAST = 9 - 0.01;

describe('in the finished PDF of a handout of forty cities', () => {
  let loaded: LoadedSnapshot;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ loaded, remove } = await serveMade({ places: 40, records: 5000, from: '2014-01-01', days: 3650 }));
  });
  afterAll(() => remove());

  it.each(chartIds)('no letter of a %s has less than 9 points', async (chart) => {
    const { every } = needsOf(chart);
    const view = new URLSearchParams({ chart, every: every ?? 'month' });
    const show = Buffer.from(JSON.stringify([[`${view}`, '', 'What to say.']])).toString('base64url');
    const search = new URLSearchParams({ lang: 'ru', show });
    const views = readViews(search, endpoints.chartPdf).map((it) => ({ ...it.read(loaded), loaded }));
    const subject = { views, words: words('ru'), baseUrl: 'https://example.org' };
    const letters = await lettersOf(await drawHandout(subject, createRenderer()));
    expect(letters.length).toBeGreaterThan(20);
    expect(letters.filter(({ size }) => size < LEAST)).toEqual([]);
  });
});

/** The texts of a PDF as a reader of PDFs finds them, each with the points of its letters. */
async function lettersOf(bytes: Uint8Array): Promise<{ text: string; size: number }[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const letters: { text: string; size: number }[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    for (const item of items)
      if ('str' in item && item.str.trim() !== '') {
        const [, , across = 0, up = 0] = item.transform as number[];
        letters.push({ text: item.str, size: Math.hypot(across, up) });
      }
  }
  return letters;
}
