import { words } from '@article21/messages';
import { createPlaceTree, emptyQuery, languages, noCounts, type Place } from '@article21/model';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { noPageState } from '../../src/address/index.ts';
import { serverAddresses } from '../../src/page/addresses.ts';
import { siteOf } from '../../src/page/site.tsx';
import { MorePlaces } from '../../src/views/charts/more-places.tsx';
import { SiteContext } from '../../src/views/index.ts';

const place = (id: string, kind: Place['kind'] = 'city'): Place => ({
  ...{ id, kind, parent: null, country: 'KZ', lat: null, lon: null, wikidata: null, aliases: [] },
  name_en: `In ${id}`,
});

function htmlOf(places: number, lang: (typeof languages)[number] = 'en') {
  const ids = Array.from({ length: places }, (_, i) => `t-${String(i).padStart(2, '0')}`);
  const query = {
    ...emptyQuery,
    ...{ measure: ['detentions' as const], by: ['place' as const, 'period' as const] },
    ...{ chart: 'multiples', lang },
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

describe('under a chart without room for all places', () => {
  it('is a link to the next ones, without a program too, and what opens the list of all', () => {
    const html = htmlOf(60);
    const [, address = ''] = /href="([^"]+)"/.exec(html) ?? [];
    const { searchParams } = new URL(address.replaceAll('&amp;', '&'), 'https://site.example');
    const next = Array.from({ length: 24 }, (_, i) => `t-${i + 24}`);
    expect(searchParams.get('place')?.split(',')).toEqual(next);
    expect(searchParams.get('chart')).toBe('multiples');
    expect(html).toContain('Draw the next 24');
    expect(html).toContain('choose');
  });

  it('is nothing where all are drawn', () => {
    expect(htmlOf(24)).toBe('');
  });

  it.each(languages)('says how many come, in %s', (lang) => {
    expect(htmlOf(40, lang)).toContain('16');
  });
});
