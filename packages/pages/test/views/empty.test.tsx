import { unbroken, words } from '@article21/messages';
import {
  type ChartQuery,
  createPlaceTree,
  emptyQuery,
  languages,
  noCounts,
  type Place,
  parseDay,
} from '@article21/model';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { noPageState } from '../../src/address/index.ts';
import { serverAddresses } from '../../src/page/addresses.ts';
import { siteOf } from '../../src/page/site.tsx';
import { Empty } from '../../src/views/charts/empty.tsx';
import { SiteContext } from '../../src/views/index.ts';

const place = (id: string, kind: Place['kind'] = 'city'): Place => ({
  ...{ id, kind, parent: null, country: 'KZ', lat: null, lon: null, wikidata: null, aliases: [] },
  name_en: `In ${id}`,
});

function htmlOf(
  query: Partial<ChartQuery>,
  names: readonly string[],
  lang: (typeof languages)[number] = 'en',
) {
  const site = siteOf({
    ...{ route: { page: 'charts' as const }, query: { ...emptyQuery, ...query, lang }, issues: [] },
    ...{ state: noPageState, words: words(lang), ownLanguage: 'en' },
    places: createPlaceTree([place('kz', 'country'), ...names.map((it) => place(it))]),
    addresses: serverAddresses('https://site.example'),
  });
  const counts = { ...noCounts(), headlines: [], query: { ...query, text: '' } };
  const extent = { from: '2012-04-28', to: '2012-08-17', open: false };
  return renderToStaticMarkup(
    <SiteContext value={site}>
      <Empty counts={counts as never} snapshot={{ extent } as never} />
    </SiteContext>,
  );
}

describe('an empty view', () => {
  it('says once which dates and places the data have, with links there', () => {
    const html = htmlOf({ place: ['a'], from: parseDay('2013-01-01'), measure: ['fines'] }, ['a', 'b']);
    expect(html).toContain(unbroken('Dates of the data: 28 April – 17 August 2012; places: In a and In b.'));
    expect(html.split(unbroken('17 August 2012'))).toHaveLength(2);
    expect(html).toMatch(/href="\/\?measure=fines&amp;by=place&amp;lang=en"[^>]*>Show all dates and places</);
    expect(html).toMatch(/href="\/\?lang=en"[^>]*>Clear filters</);
  });

  it('counts many places, and offers no link to where the reader is', () => {
    const html = htmlOf(
      { phase: ['after'] },
      Array.from({ length: 40 }, (_, i) => `t-${i}`),
    );
    expect(html).toContain(unbroken('places: 40 places.'));
    expect(html).not.toContain('Show all dates and places');
  });

  it('says so in every language', () => {
    for (const lang of languages) {
      const { extent, showAll } = words(lang).ui.state;
      const html = htmlOf({ place: ['a'] }, ['a'], lang);
      expect(html).toContain(extent.slice(0, extent.indexOf('{')));
      expect(html).toContain(showAll);
    }
  });
});
