import { endpoints } from '@article21/contract';
import { emptyQuery } from '@article21/model';
import type { PageRoute } from '@article21/pages';
import { describe, expect, it } from 'vitest';
import type { LoadedSnapshot } from '../../src/snapshots.ts';
import {
  costOfChanges,
  costOfData,
  costOfEmbed,
  costOfPage,
  costOfPicture,
  costOfSearchIndex,
  costOfSlides,
  LIGHT,
} from '../../src/work/cost.ts';

/** A snapshot of so many records, of which nothing else is asked. */
const servedOf = (records: number) => ({ snapshot: { manifest: { records } } }) as unknown as LoadedSnapshot;
/** The size of a picture that names none. */
const usual = { width: 960, height: null, scale: 1 } as const;
const costOf = (path: string, groups: number, records = 100_000) =>
  costOfData(path, { groups }, servedOf(records));

describe('the estimated cost', () => {
  it('of counts is light for a chart that people look at, and not for a large table', () => {
    expect(costOf(endpoints.counts.path, 100)).toBeLessThanOrEqual(LIGHT);
    expect(costOf(endpoints.measures.path, 0)).toBeLessThanOrEqual(LIGHT);
    expect(costOf(endpoints.counts.path, 10_000)).toBeGreaterThan(LIGHT);
    expect(costOf(endpoints.countsXlsx.path, 20)).toBeGreaterThan(LIGHT);
  });

  it('of counts is that of what they are counted from, too, however few they are', () => {
    const costFrom = (of: { series?: number; cells?: number }) =>
      costOfData(endpoints.counts.path, { groups: 10, ...of }, servedOf(100_000));
    expect(costFrom({ series: 100 })).toBeLessThanOrEqual(LIGHT);
    // To make so many took 70 ms.
    expect(costFrom({ series: 2_000 })).toBeGreaterThan(LIGHT);
    // A filter of attributes: to order so many took 30 ms.
    expect(costFrom({ cells: 100_000 })).toBeGreaterThan(LIGHT);
  });

  it('of a file grows with its rows, and of a workbook most', () => {
    const { counts, countsCsv, countsSheetCsv, countsXlsx } = endpoints;
    const costs = [counts, countsCsv, countsSheetCsv, countsXlsx].map(({ path }) => costOf(path, 20_000));
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    // 1.3 seconds were measured.
    expect(costs.at(-1)).toBeGreaterThan(1_000);
    for (const { path } of [countsCsv, countsXlsx])
      expect(costOf(path, 20_000)).toBeGreaterThan(costOf(path, 10_000));
  });

  it('of records and texts grows with the snapshot', () => {
    for (const { path } of [endpoints.records, endpoints.record, endpoints.source, endpoints.sourceRows]) {
      expect(costOf(path, 0, 1_000)).toBeGreaterThan(LIGHT);
      expect(costOf(path, 0)).toBeGreaterThan(costOf(path, 0, 1_000));
    }
  });

  it('of a file of records is that of the records which it may have, and of a workbook greater', () => {
    const { recordsCsv, recordsXlsx } = endpoints;
    for (const { path } of [recordsCsv, recordsXlsx]) {
      expect(costOf(path, 0, 100)).toBeGreaterThan(LIGHT);
      expect(costOf(path, 0, 20_000)).toBeGreaterThan(costOf(path, 0, 1_000));
      expect(costOf(path, 0, 10_000_000)).toBe(costOf(path, 0, 100_000));
    }
    // 5 seconds were measured.
    expect(costOf(recordsXlsx.path, 0, 20_000)).toBeGreaterThan(2_500);
    expect(costOf(recordsXlsx.path, 0, 20_000)).toBeGreaterThan(costOf(recordsCsv.path, 0, 20_000));
  });

  it('of slides is more than that of their pictures, and of what is asked again and again several pictures', () => {
    const svg = endpoints.chartSvg.path;
    const [few, many] = [costOfPicture(svg, 10, usual), costOfPicture(svg, 10_000, usual)];
    expect(many).toBeGreaterThan(10 * few);
    const { chartPptx, chartPdf } = endpoints;
    const view = (groups: number, chart = 'bar') => ({ groups, query: { chart } });
    const slides = (n: number, groups: number) =>
      costOfSlides(
        chartPptx.path,
        Array.from({ length: n }, () => view(groups)),
      );
    expect(slides(2, 10)).toBeGreaterThan(2 * few);
    expect(costOfSlides(chartPptx.path, [view(10), view(10_000)])).toBe(slides(1, 10) + slides(1, 10_000));
    // Within a factor of two of what was measured, on paper and as PPTX: 4.2 s, 3.1 s and 7.9 s.
    expect(slides(40, 12)).toBeGreaterThan(2_100);
    expect(slides(5, 3_652)).toBeGreaterThan(1_550);
    expect(slides(10, 2_000)).toBeGreaterThan(3_950);
    // The greatest that is drawn is still let in.
    expect(slides(40, 500)).toBeLessThan(8_000);
    // 12.6 s were measured of 40 maps, which are painted on slides and drawn on paper.
    const maps = Array.from({ length: 40 }, () => view(10, 'map'));
    expect(costOfSlides(chartPptx.path, maps)).toBeGreaterThan(6_300);
    expect(costOfSlides(chartPdf.path, maps)).toBe(slides(40, 10));
    expect(costOfEmbed(10)).toBeGreaterThan(few);
  });

  it('of a picture is that of its file, too: of its pixels, or of paper', () => {
    const { chartSvg, chartPng, chartPdf } = endpoints;
    const costsOf = (size: Parameters<typeof costOfPicture>[2]) =>
      [chartSvg, chartPng, chartPdf].map(({ path }) => costOfPicture(path, 50, size));
    const [svg = 0, png = 0, pdf = 0] = costsOf(usual);
    expect([png, pdf].every((it) => it > svg)).toBe(true);
    // Within a factor of two of what was measured: 600 ms for 16 million pixels.
    const [largeSvg, largePng] = costsOf({ width: 2000, height: 2000, scale: 2 });
    expect(largeSvg).toBe(svg);
    expect(largePng).toBeGreaterThan(300);
    expect(costsOf({ width: 2000, height: null, scale: 2 })[1]).toBe(largePng);
  });

  it('of a page is that of what is read for it, too', () => {
    const served = (records: number, sources: number) =>
      ({
        snapshot: { manifest: { records }, catalogue: { sources: Array(sources).fill(null) } },
      }) as unknown as LoadedSnapshot;
    const page = (route: PageRoute, q: string | null = null, [records, sources] = [100_000, 10]) =>
      costOfPage({ route, query: emptyQuery, state: { q }, loaded: served(records, sources) }, null);
    const { search, record, source } = endpoints;
    expect(page({ page: 'search' }, 'a')).toBeGreaterThan(costOf(search.path, 0));
    expect(page({ page: 'record', id: 'r' })).toBeGreaterThan(costOf(record.path, 0));
    expect(page({ page: 'source', id: 's' })).toBeGreaterThan(costOf(source.path, 0));
    expect(page({ page: 'search' })).toBeLessThan(costOf(search.path, 0));
    for (const it of ['sources', 'data', 'methods', 'search'] as const)
      expect(page({ page: it }, null, [100, 2_000])).toBeGreaterThan(page({ page: it }, null, [100, 10]));
  });

  it('of an index of words is long, and grows with the records and texts that are searched', () => {
    const of = (records: number, bytes: number) =>
      costOfSearchIndex({
        snapshot: { manifest: { records, files: [{ path: 'texts/a.txt', bytes, sha256: '' }] } },
      } as unknown as LoadedSnapshot);
    // 2 seconds were measured, so that one place is left to what takes little.
    expect(of(20_000, 5_000_000)).toBeGreaterThan(1_000);
    expect(of(20_000, 0)).toBeGreaterThan(2 * of(5_000, 0));
    expect(of(100, 5_000_000)).toBeGreaterThan(2 * of(100, 1_000_000));
    expect(of(10_000_000, 10 ** 9)).toBe(of(20_000, 5_000_000));
  });

  it('of a comparison grows with the records of both, and is small where there is no version before', () => {
    const [small, large] = [servedOf(1_000), servedOf(60_000)];
    expect(costOfChanges(large, large)).toBeGreaterThan(costOfChanges(small, large));
    expect(costOfChanges(null, large)).toBeLessThan(costOfChanges(small, small));
  });
});
