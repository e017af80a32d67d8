import { choosing } from '@article21/charts';
import { words } from '@article21/messages';
import {
  type ChartQuery,
  chartKeys,
  createPlaceTree,
  emptyQuery,
  languages,
  parseDay,
  printQuery,
} from '@article21/model';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { noPageState } from '../../src/address/index.ts';
import { serverAddresses } from '../../src/page/addresses.ts';
import { siteOf } from '../../src/page/site.tsx';
import { activeFilters } from '../../src/views/charts/choices.ts';
import { FilterBar, SiteContext } from '../../src/views/index.ts';

/** Each key that narrows a number, narrowed. */
const narrowed: Partial<ChartQuery>[] = [
  { measure: ['detentions', 'fines'] },
  { place: ['almaty', 'astana'] },
  { from: parseDay('2012-05-01') },
  { to: parseDay('2012-05-31') },
  { phase: ['after', 'unstated'] },
  { basis: 'summary' },
  { evidence: 'quoted' },
  { attribute: ['topic:labour', 'topic:unstated'] },
  { by: ['region'] },
];
/** A query has one of two groupings: the other of them is tested alone. */
const byPhase: Partial<ChartQuery> = { by: ['phase'] };
/** What a number stays the same with. */
const others = ['every', 'chart', 'axis', 'page', 'lang', 'theme', 'title', 'snapshot'];
const all: ChartQuery = Object.assign({}, emptyQuery, ...narrowed);
const tree = createPlaceTree([]);
const filtersOf = (query: ChartQuery) => activeFilters(query, words('en'), tree);

function barOf(query: ChartQuery, lang: (typeof languages)[number]): string {
  const site = siteOf({
    ...{ route: { page: 'charts' as const }, query: { ...query, lang }, issues: [], state: noPageState },
    ...{ words: words(lang), ownLanguage: 'en', places: tree },
    addresses: serverAddresses('https://site.example'),
  });
  return renderToStaticMarkup(
    <SiteContext value={site}>
      <FilterBar wide={null} />
    </SiteContext>,
  );
}

describe('active filters', () => {
  it('are all keys of a query that narrow a number, and each can be taken off alone', () => {
    const keys = narrowed.flatMap((it) => Object.keys(it));
    expect(new Set([...keys, ...others])).toEqual(new Set(Object.keys(chartKeys)));
    for (const change of narrowed) {
      const query = { ...emptyQuery, ...change };
      const [filter, ...more] = filtersOf(query);
      expect([change, more]).toEqual([change, []]);
      expect(printQuery({ ...query, ...filter?.without })).toBe('');
      const rest = filtersOf({ ...all, ...filter?.without }).map(({ key }) => key);
      expect(rest).toEqual(
        filtersOf(all)
          .map(({ key }) => key)
          .filter((key) => key !== filter?.key),
      );
    }
  });

  it('name phases that are told apart, of all and of some', () => {
    const named = (query: Partial<ChartQuery>) =>
      filtersOf({ ...emptyQuery, ...query }).map(({ value }) => value);
    expect(named(byPhase)).toEqual(['by phase']);
    expect(named({ ...byPhase, phase: ['after'] })).toEqual(['by phase', 'after the assembly']);
    const [filter] = filtersOf({ ...emptyQuery, ...byPhase });
    expect(printQuery({ ...emptyQuery, ...byPhase, ...filter?.without })).toBe('');
  });

  it('are none where nothing is chosen, and where a chart brings its measures', () => {
    expect(filtersOf(emptyQuery)).toEqual([]);
    expect(filtersOf(choosing(emptyQuery, 'funnel'))).toEqual([]);
    expect(filtersOf({ ...choosing(emptyQuery, 'heatmap'), every: 'year' })).toEqual([]);
  });

  it('are links without a script, to the same view without one of them and without all, in every language', () => {
    for (const lang of languages) {
      const html = barOf(all, lang);
      const { filter } = words(lang).ui;
      // In the bar of a wide page, and in that of a narrow one.
      for (const { label, value } of activeFilters(all, words(lang), tree))
        expect(html.split(`aria-label="${filter.reset}: ${label}, ${value}"`)).toHaveLength(3);
      const cleared = [...html.matchAll(/href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].filter(
        ([, , text]) => text === filter.clear,
      );
      expect(cleared.map(([, href]) => href)).toEqual(Array(2).fill(`/?by=place&amp;lang=${lang}`));
      expect(barOf(emptyQuery, lang)).not.toContain(filter.clear);
    }
  });

  it('are one for each attribute, and all of them are cleared', () => {
    const query = { ...emptyQuery, attribute: ['authorised:no', 'topic:labour', 'topic:land'] };
    expect(filtersOf(query).map(({ description: said, without }) => [said, without])).toEqual([
      ['authorised: “no”', { attribute: ['topic:labour', 'topic:land'] }],
      ['topic: “labour” or “land”', { attribute: ['authorised:no'] }],
    ]);
    expect(barOf(query, 'en')).toContain('href="/?by=place&amp;lang=en" class="quiet">Clear filters');
  });

  it('keep the chart when they are cleared', () => {
    const html = barOf({ ...all, chart: 'heatmap', every: 'year' }, 'en');
    expect(html).toMatch(/href="\/\?[^"]*chart=heatmap[^"]*" class="quiet">Clear filters/);
  });
});
