import { embedKeys } from '@article21/contract';
import { words } from '@article21/messages';
import { createPlaceTree, emptyOf, languages, noCounts, type Place } from '@article21/model';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { PlaceLinks } from '../../src/embed/place-links.tsx';

const ids = Array.from({ length: 60 }, (_, i) => `t-${String(i).padStart(2, '0')}`);
const places = createPlaceTree(
  ids.map(
    (id): Place => ({
      ...{ id, kind: 'city', parent: null, country: 'KZ', lat: null, lon: null, wikidata: null, aliases: [] },
      name_en: `In ${id}`,
    }),
  ),
);

interface Given {
  lang?: (typeof languages)[number];
  chart?: string;
}

function htmlOf(page: number, { lang = 'en', chart = 'multiples' }: Given) {
  const query = {
    ...emptyOf(embedKeys),
    ...{ measure: ['detentions' as const], by: ['place' as const, 'period' as const] },
    ...{ chart, lang, page, controls: true },
  };
  const count = { low: 1, high: 1, approximate: false, unnumbered: 0, numbered: 1, records: 1 };
  const rows = ids.map((place) => ({ measure: 'detentions', place, period: '2012-05', ...count }));
  const given = { places, words: words(lang), query: query as never, picture: query as never };
  return renderToStaticMarkup(<PlaceLinks {...given} counts={{ ...noCounts(), rows } as never} />);
}

it.each(languages)('an embed without room for all places leads to those before and after: %s', (lang) => {
  const html = htmlOf(2, { lang });
  expect(html).toContain('25–48');
  const pages = [...html.matchAll(/href="\?([^"]+)"/g)].map(([, it = '']) => {
    const query = new URLSearchParams(it.replaceAll('&amp;', '&'));
    return [query.get('page'), query.get('chart'), query.get('controls')];
  });
  expect(pages).toEqual([
    [null, 'multiples', '1'],
    ['3', 'multiples', '1'],
  ]);
});

it.each(['compare', 'stacked'])('of a chart whose places have no pages nothing is said: %s', (chart) => {
  expect(htmlOf(1, { chart })).toBe('');
});
