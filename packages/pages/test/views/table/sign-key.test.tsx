import { words } from '@article21/messages';
import { createPlaceTree, emptyQuery, type MeasureId } from '@article21/model';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { noPageState } from '../../../src/address/index.ts';
import { serverAddresses } from '../../../src/page/addresses.ts';
import { siteOf } from '../../../src/page/site.tsx';
import { SiteContext } from '../../../src/views/index.ts';
import { ChartKey } from '../../../src/views/table/sign-key.tsx';

const exact = { low: 3, high: 3, approximate: false, unnumbered: 0, numbered: 1 };
const count = (measure: MeasureId, stated: object = {}) => ({ measure, ...exact, ...stated });

function rendered(counted: Parameters<typeof ChartKey>[0]['counted']) {
  const own = words('en');
  const signs = vi.fn(own.signs);
  const site = siteOf({
    ...{ route: { page: 'charts' as const }, query: { ...emptyQuery, lang: 'en' as const }, issues: [] },
    ...{ state: noPageState, words: { ...own, signs }, ownLanguage: 'en', places: createPlaceTree([]) },
    addresses: serverAddresses('https://site.example'),
  });
  const html = renderToStaticMarkup(
    <SiteContext value={{ ...site, isLive: true }}>
      <ChartKey counted={counted} hatched />
    </SiteContext>,
  );
  return { html, signs };
}

describe('the key over a chart', () => {
  it('leads from each sign to the records of the measures that have it', () => {
    const { html } = rendered([
      count('detentions', { high: null }),
      count('detentions'),
      count('fines', { approximate: true }),
      count('arrest_days', { unnumbered: 2 }),
    ]);
    const opened = [...html.matchAll(/href="[^"]*open=([^&"]+)[^"]*sign=(\w+)/g)].map(([, of, sign]) => [
      sign,
      of,
    ]);
    expect(opened).toEqual([
      ['atLeast', 'detentions,arrest_days'],
      ['approximate', 'fines'],
      ['badge', 'arrest_days'],
    ]);
  });

  it('writes no number to find its signs: it stands before the chart, which has tens of thousands', () => {
    const many = Array.from({ length: 30_000 }, (_, i) =>
      count('detentions', { low: i, high: i, unnumbered: i % 2 }),
    );
    expect(rendered(many).signs).not.toHaveBeenCalled();
  });
});
