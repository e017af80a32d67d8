import type { CountsRead } from '@article21/contract/client';
import { words } from '@article21/messages';
import { createPlaceTree, exactly, type Place, unstated } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { countsRows } from '../../../src/views/table/counts-rows.ts';
import type { Column } from '../../../src/views/table/sort-rows.ts';
import { namesOf } from '../../../src/views/table/table-line.tsx';

const almaty: Place = {
  ...{ id: 'almaty', kind: 'city', parent: null, country: 'KZ', lat: null, lon: null, wikidata: null },
  ...{ name_en: 'Almaty', name_ru: 'Алматы', name_kk: 'Алматы', aliases: [] },
};
const detentions = { measure: 'detentions', records: 1 } as const;
const counts = {
  query: { measure: ['detentions'], by: ['place', 'period'], from: '2012-04-10', to: null, every: 'month' },
  rows: [{ ...detentions, place: 'almaty', period: '2012-04', ...exactly(2) }],
  undated: [
    { ...detentions, place: 'almaty', ...unstated, within: true },
    { ...detentions, place: 'gone', ...unstated, within: false },
  ],
  totals: [{ ...detentions, ...exactly(2), unnumbered: 1, records: 2, sentence: '', headline: '' }],
} as unknown as CountsRead;

describe('countsRows', () => {
  const rows = countsRows(counts, words('en'), createPlaceTree([almaty]));

  it('has every row, everything undated and every total, in words', () => {
    expect(rows.map(({ part, place, period }) => [part, place, period])).toEqual([
      ['row', 'Almaty', '10–30 April 2012'],
      ['undated', 'Almaty', null],
      ['outside', 'gone', null],
      ['total', null, null],
    ]);
    // The period cuts the month: it counts from the tenth on.
    expect([rows[0]?.firstDay, rows[0]?.lastDay]).toEqual(['2012-04-10', '2012-04-30']);
  });

  it('says why a line is in no row, beside the name of its place', () => {
    expect(rows.map(({ extra }) => extra)).toEqual([
      null,
      'Not dated to a month',
      words('en').ui.page.outside,
      null,
    ]);
    const namesIn = (columns: Column[], title: string | null = null) =>
      rows.map((row) => namesOf(row, columns, words('en'), { title }).map(({ text }) => text));
    expect(namesIn(['place', 'period'])).toEqual([
      ['Almaty', '10–30 April 2012'],
      ['Almaty', 'Not dated to a month'],
      ['gone', words('en').ui.page.outside],
      ['Total · Detentions'],
    ]);
    expect(namesIn(['place'])).toEqual([
      ['Almaty'],
      ['Almaty · Not dated to a month'],
      [`gone · ${words('en').ui.page.outside}`],
      ['Total · Detentions'],
    ]);
    // Under the heading of all totals, each is named by its measure alone.
    expect(namesIn(['place'], 'Total').at(-1)).toEqual(['Detentions']);
  });

  it('keeps the numbers as they were answered', () => {
    expect(
      rows.map(({ estimate, records }) => [estimate.low, estimate.high, estimate.unnumbered, records]),
    ).toEqual([
      [2, 2, 0, 1],
      [0, 0, 1, 1],
      [0, 0, 1, 1],
      [2, 2, 1, 2],
    ]);
  });

  it('opens exactly what each line counts', () => {
    expect(rows.map(({ opened }) => opened)).toEqual([
      { measure: ['detentions'], at: 'almaty', bucket: '2012-04', extra: null },
      { measure: ['detentions'], at: 'almaty', bucket: null, extra: 'undated' },
      { measure: ['detentions'], at: 'gone', bucket: null, extra: 'outside' },
      { measure: ['detentions'], at: null, bucket: null, extra: null },
    ]);
  });
});
