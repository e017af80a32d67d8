import type { LoadedSnapshot } from '@article21/answers';
import type { CountsRead } from '@article21/contract/client';
import { rollUp } from '@article21/cube';
import { words } from '@article21/messages';
import { type ChartQuery, type Count, type Counts, emptyQuery, exactly, noCounts } from '@article21/model';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noPageState } from '../../src/address/index.ts';
import { serverAddresses } from '../../src/page/addresses.ts';
import { siteOf } from '../../src/page/site.tsx';
import { CountsTable, SiteContext } from '../../src/views/index.ts';
import { serveKazakhstan } from '../kazakhstan.ts';

let loaded: LoadedSnapshot;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ loaded, remove } = await serveKazakhstan());
});
afterAll(() => remove());

/** The table as a server writes it. */
function tableOf(counts: Counts, query: ChartQuery): string {
  const parts = {
    route: { page: 'charts' as const },
    query,
    issues: [],
    state: noPageState,
    ownLanguage: 'en',
  };
  const site = siteOf({
    ...{ ...parts, words: words('en'), places: loaded.tree },
    addresses: serverAddresses('https://site.example'),
  });
  const { measure, by, every } = query;
  const asked = { measure, by, every, from: null, to: null, text: '' };
  const read = { ...counts, query: asked } as unknown as CountsRead;
  return renderToString(
    createElement(SiteContext, { value: site }, createElement(CountsTable, { counts: read })),
  );
}

/** The texts of the cells of a row with this estimate, after the one of its place. */
function cellsOf(estimate: Partial<Count>): string[] {
  const query = { ...emptyQuery, measure: ['detentions' as const], by: ['place' as const] };
  const counts = rollUp(loaded.cube, query);
  const [row] = counts.rows;
  if (!row) throw new Error('no row');
  const shown = tableOf({ ...counts, rows: [{ ...row, ...estimate }] }, query);
  const line = /<tr data-part="row">(.*?)<\/tr>/.exec(shown)?.[1] ?? '';
  return [...line.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, ''));
}

describe('the table of a page for readers without scripts', () => {
  it.each([
    ['place', ['Almaty · Perhaps outside the period', 'Almaty · Not dated to a month']],
    ['place,period', ['Almaty|Perhaps outside the period', 'Almaty|Not dated to a month']],
    ['period', ['Perhaps outside the period', 'Not dated to a month']],
  ])('says where and why, by %s, of what is in no row, also where there is no row', (by, said) => {
    const groups = by.split(',') as ChartQuery['by'];
    const query = { ...emptyQuery, measure: ['detentions' as const], by: groups };
    const place = groups.includes('place') ? { place: 'almaty' } : {};
    const of = { measure: 'detentions' as const, ...exactly(2), records: 1, ...place };
    const undated = [
      { ...of, within: false },
      { ...of, within: true },
    ];
    const shown = tableOf({ ...noCounts(), undated }, query);
    const lines = [...shown.matchAll(/<tr data-part="(?:outside|undated)">(.*?)<td class="number">/g)];
    const names = lines.map(([, cells = '']) =>
      [...cells.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text).join('|'),
    );
    expect(names).toEqual(said);
  });

  it('has no zeros where reports give no number', () => {
    const none = { low: 0, high: 0, approximate: false, unnumbered: 2, numbered: 0, records: 2 };
    expect(cellsOf(none)).toEqual(['+2', '', '', '', '2', '2']);
  });

  it('has the numbers that sources state, a zero too', () => {
    const zero = { low: 0, high: 0, approximate: false, unnumbered: 0, records: 1 };
    expect(cellsOf(zero)).toEqual(['0', '0', '0', 'no', '', '1']);
    const about = { low: 1000, high: 1200, approximate: true, unnumbered: 0, records: 3 };
    expect(cellsOf(about)).toEqual(['≈\u00a01,000–1,200', '1,000', '1,200', 'yes', '', '3']);
    const open = { low: 2, high: null, approximate: false, unnumbered: 0, records: 1 };
    expect(cellsOf(open)).toEqual(['≥\u00a02', '2', '', 'no', '', '1']);
  });

  it('says once, above, that no upper limit is known, however many rows have none', () => {
    const query = { ...emptyQuery, measure: ['detentions' as const], by: ['place' as const] };
    const counts = rollUp(loaded.cube, query);
    const open = counts.rows.map((row) => ({ ...row, high: null, unnumbered: 0 }));
    const shown = tableOf({ ...counts, rows: open }, query).replace(/ (?:title|aria-label)="[^"]*"/g, '');
    expect(open.length).toBeGreaterThan(1);
    expect(shown.split(words('en').drawing.legend.atLeast)).toHaveLength(2);
  });
});
