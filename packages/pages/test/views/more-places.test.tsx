import { words } from '@article21/messages';
import { createPlaceTree, emptyQuery, languages, noCounts, type Place } from '@article21/model';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { noPageState } from '../../src/address/index.ts';
import { serverAddresses } from '../../src/page/addresses.ts';
import { siteOf } from '../../src/page/site.tsx';
import { MorePlaces } from '../../src/views/charts/more-places.tsx';
import { SiteContext } from '../../src/views/index.ts';

interface Given {
  lang?: (typeof languages)[number];
  page?: number;
  chart?: string;
}

const place = (id: string, kind: Place['kind'] = 'city'): Place => ({
  ...{ id, kind, parent: null, country: 'KZ', lat: null, lon: null, wikidata: null, aliases: [] },
  name_en: `In ${id}`,
});

function htmlOf(places: number, { lang = 'en', page = 1, chart = 'multiples' }: Given = {}) {
  const ids = Array.from({ length: places }, (_, i) => `t-${String(i).padStart(2, '0')}`);
  const query = {
    ...emptyQuery,
    ...{ measure: ['detentions' as const], by: ['place' as const, 'period' as const] },
    ...{ chart, lang, page },
  };
  const site = siteOf({
    ...{ route: { page: 'charts' as const }, query, issues: [] },
    ...{ state: noPageState, words: words(lang), ownLanguage: 'en' },
    places: createPlaceTree([place('kz', 'country'), ...ids.map((it) => place(it))]),
    addresses: serverAddresses('https://site.example'),
  });
  const count = { low: 1, high: 1, approximate: false, unnumbered: 0, numbered: 1 };
  const rows = ids.map((id) => ({
    measure: 'detentions',
    place: id,
    period: '2012-05',
    ...count,
    records: 1,
  }));
  const counts = { ...noCounts(), rows, headlines: [], query: { ...query, text: '' } };
  return renderToStaticMarkup(
    <SiteContext value={site}>
      <MorePlaces counts={counts as never} choosePlaces={<button type="button">choose</button>} />
    </SiteContext>,
  );
}

/** The pages that its links lead to. */
function pagesOf(html: string) {
  const addresses = [...html.matchAll(/href="([^"]+)"/g)].map(([, it = '']) => it.replaceAll('&amp;', '&'));
  return addresses.map((it) => new URL(it, 'https://site.example').searchParams);
}

describe('under a chart without room for all places', () => {
  it('are links to the pages before and after, without a program too, and what opens the list of all', () => {
    const pages = (page: number) => pagesOf(htmlOf(60, { page })).map((it) => it.get('page'));
    expect(pages(1)).toEqual(['2']);
    // The first is the address without a page.
    expect(pages(2)).toEqual([null, '3']);
    expect(pages(3)).toEqual(['2']);
    const [next] = pagesOf(htmlOf(60));
    expect(next?.get('chart')).toBe('multiples');
    expect(next?.get('place')).toBe(null);
    expect(htmlOf(60)).toContain('choose');
  });

  it('is said which places are drawn, and how many come', () => {
    expect(htmlOf(60)).toMatch(/places 1–24 of 60.*Previous 24.*Next 24/);
    expect(htmlOf(60, { page: 2 })).toMatch(/places 25–48 of 60.*Previous 24.*Next 12/);
    expect(htmlOf(60, { page: 3 })).toMatch(/places 49–60 of 60/);
  });

  it('is no page where places are to be chosen, as for a comparison', () => {
    const html = htmlOf(60, { chart: 'compare' });
    expect(pagesOf(html)).toEqual([]);
    expect(html).toContain('choose');
  });

  it('is nothing where all are drawn', () => {
    expect(htmlOf(24)).toBe('');
  });

  it.each(languages)('says how many come, in %s', (lang) => {
    expect(htmlOf(40, { lang })).toContain('16');
  });
});
