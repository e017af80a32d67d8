import type { LoadedSnapshot } from '@article21/answers';
import { rollUp } from '@article21/cube';
import { pageTexts, words } from '@article21/messages';
import { type ChartQuery, type Count, emptyQuery, exactly, noCounts } from '@article21/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noPageState } from '../../src/address/index.ts';
import { serverAddresses } from '../../src/page/addresses.ts';
import { tableOf } from '../../src/page/table.ts';
import { serveKazakhstan } from '../kazakhstan.ts';

const texts = await pageTexts();

let served: LoadedSnapshot;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ served, remove } = await serveKazakhstan());
});
afterAll(() => remove());

function subjectOf(query: ChartQuery) {
  return {
    ...{
      route: { page: 'charts' as const },
      query,
      issues: [],
      state: noPageState,
      served,
      older: false,
      picture: null,
    },
    ...{ addresses: serverAddresses('https://site.example'), words: words('en'), texts: texts.en },
  };
}

/** The texts of the cells of a row with this estimate, after the one of its place. */
async function cellsOf(estimate: Partial<Count>): Promise<string[]> {
  const query = { ...emptyQuery, measure: ['detentions' as const], by: ['place' as const] };
  const counts = rollUp(served.cube, query);
  const [row] = counts.rows;
  if (!row) throw new Error('no row');
  const shown = await tableOf({ ...counts, rows: [{ ...row, ...estimate }] }, subjectOf(query));
  const line = /<tr data-part="row">(.*?)<\/tr>/.exec(String(shown))?.[1] ?? '';
  return [...line.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, ''));
}

describe('the table of a page for readers without scripts', () => {
  it.each([
    ['place', ['Almaty · Perhaps outside the period', 'Almaty · Not dated to a month']],
    ['place,period', ['Almaty|Perhaps outside the period', 'Almaty|Not dated to a month']],
    ['period', ['Perhaps outside the period', 'Not dated to a month']],
  ])('says where and why, by %s, of what is in no row, also where there is no row', async (by, said) => {
    const groups = by.split(',') as ChartQuery['by'];
    const query = { ...emptyQuery, measure: ['detentions' as const], by: groups };
    const place = groups.includes('place') ? { place: 'almaty' } : {};
    const of = { measure: 'detentions' as const, ...exactly(2), records: 1, ...place };
    const undated = [
      { ...of, within: false },
      { ...of, within: true },
    ];
    const shown = String(await tableOf({ ...noCounts(), undated }, subjectOf(query)));
    const lines = [...shown.matchAll(/<tr data-part="(?:outside|undated)">(.*?)<td class="number">/g)];
    const names = lines.map(([, cells = '']) =>
      [...cells.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text).join('|'),
    );
    expect(names).toEqual(said);
  });

  it('has no zeros where reports give no number', async () => {
    const none = { low: 0, high: 0, approximate: false, unnumbered: 2, numbered: 0, records: 2 };
    expect(await cellsOf(none)).toEqual(['', '', '', '2', '2']);
  });

  it('has the numbers that sources state, a zero too', async () => {
    const zero = { low: 0, high: 0, approximate: false, unnumbered: 0, records: 1 };
    expect(await cellsOf(zero)).toEqual(['0', '0', 'no', '', '1']);
    const about = { low: 1000, high: 1200, approximate: true, unnumbered: 0, records: 3 };
    expect(await cellsOf(about)).toEqual(['1,000', '1,200', 'yes', '', '3']);
    const open = { low: 2, high: null, approximate: false, unnumbered: 0, records: 1 };
    expect(await cellsOf(open)).toEqual(['2', words('en').ui.table.open, 'no', '', '1']);
  });
});
