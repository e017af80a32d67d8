import { endpoints } from '@article21/contract';
import { describe, expect, it } from 'vitest';
import type { LoadedSnapshot } from '../../src/snapshots.ts';
import {
  costOfChanges,
  costOfData,
  costOfEmbed,
  costOfPicture,
  costOfSlides,
  LIGHT,
} from '../../src/work/cost.ts';

/** A snapshot of so many records, of which nothing else is asked. */
const servedOf = (records: number) => ({ snapshot: { manifest: { records } } }) as unknown as LoadedSnapshot;
const costOf = (path: string, groups: number, records = 100_000) =>
  costOfData(path, { canonical: '', groups, answer: async () => '' }, servedOf(records));

describe('the estimated cost', () => {
  it('of counts is light for a chart that people look at, and not for a large table', () => {
    expect(costOf(endpoints.counts.path, 100)).toBeLessThanOrEqual(LIGHT);
    expect(costOf(endpoints.measures.path, 0)).toBeLessThanOrEqual(LIGHT);
    expect(costOf(endpoints.counts.path, 10_000)).toBeGreaterThan(LIGHT);
    expect(costOf(endpoints.countsXlsx.path, 20)).toBeGreaterThan(LIGHT);
  });

  it('of counts is that of what they are counted from, too, however few they are', () => {
    const costFrom = (of: { series?: number; cells?: number }) =>
      costOfData(
        endpoints.counts.path,
        { canonical: '', groups: 10, ...of, answer: async () => '' },
        servedOf(100_000),
      );
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
    for (const { path } of [endpoints.records, endpoints.record, endpoints.source])
      expect(costOf(path, 0)).toBeGreaterThan(costOf(path, 0, 1_000));
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
    const [few, many] = [costOfPicture(10), costOfPicture(10_000)];
    expect(many).toBeGreaterThan(10 * few);
    const slides = (n: number, groups: number) => costOfSlides(Array.from({ length: n }, () => ({ groups })));
    expect(slides(2, 10)).toBeGreaterThan(2 * few);
    expect(costOfSlides([{ groups: 10 }, { groups: 10_000 }])).toBe(slides(1, 10) + slides(1, 10_000));
    // Within a factor of two of what was measured, on paper and as PPTX: 4.2 s, 3.1 s and 7.9 s.
    expect(slides(40, 12)).toBeGreaterThan(2_100);
    expect(slides(5, 3_652)).toBeGreaterThan(1_550);
    expect(slides(10, 2_000)).toBeGreaterThan(3_950);
    // The greatest that is drawn is still let in.
    expect(slides(40, 500)).toBeLessThan(8_000);
    expect(costOfEmbed(10)).toBeGreaterThan(few);
  });

  it('of a comparison grows with the records of both, and is small where there is no version before', () => {
    const [small, large] = [servedOf(1_000), servedOf(60_000)];
    expect(costOfChanges(large, large)).toBeGreaterThan(costOfChanges(small, large));
    expect(costOfChanges(null, large)).toBeLessThan(costOfChanges(small, small));
  });
});
