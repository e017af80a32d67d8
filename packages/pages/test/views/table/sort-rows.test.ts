import { type Estimate, exactly, unstated } from '@article21/model';
import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../../src/views/table/counts-rows.ts';
import { type Column, pressed, sortRows } from '../../../src/views/table/sort-rows.ts';

const language = 'ru';

function row(key: string, change: Partial<TableRow> & { bucket?: string } = {}): TableRow {
  const { bucket = null, ...rest } = change;
  return {
    ...{ key, part: 'row', extra: null, measure: 'detentions', place: key, period: null, records: 1 },
    ...{ firstDay: null, lastDay: null },
    estimate: exactly(1),
    approximateDates: 0,
    opened: { measure: ['detentions'], at: null, bucket, extra: null },
    ...rest,
  };
}

function order(rows: TableRow[], column: Column, descending = false): string[] {
  return sortRows(rows, { column, descending }, language).map(({ key }) => key);
}

const withEstimate = (key: string, estimate: Estimate) => row(key, { estimate });

describe('sortRows', () => {
  it('keeps the order of the answer until a column is chosen', () => {
    const rows = [row('b'), row('a')];
    expect(sortRows(rows, null, language)).toBe(rows);
  });

  it('sorts numbers as numbers, an open end above all of them, and what states none last both ways', () => {
    const rows = [
      withEstimate('nine', exactly(9)),
      withEstimate('none', unstated),
      withEstimate('open', { ...exactly(2), high: null }),
      withEstimate('ten', exactly(10)),
    ];
    expect(order(rows, 'high')).toEqual(['nine', 'ten', 'open', 'none']);
    expect(order(rows, 'high', true)).toEqual(['open', 'ten', 'nine', 'none']);
    expect(order(rows, 'low')).toEqual(['open', 'nine', 'ten', 'none']);
    expect(order(rows, 'number', true)).toEqual(['ten', 'nine', 'open', 'none']);
  });

  it('leaves two open ends in the order they had', () => {
    const open = { ...exactly(1), high: null };
    expect(order([withEstimate('b', open), withEstimate('a', open)], 'high', true)).toEqual(['b', 'a']);
  });

  it('sorts names as their language does', () => {
    expect(order([row('Ёлка'), row('Яр'), row('Ель')], 'place')).toEqual(['Ёлка', 'Ель', 'Яр']);
  });

  it('sorts periods by time and not by their words', () => {
    const rows = [row('August', { bucket: '2012-08' }), row('April', { bucket: '2012-04' })];
    expect(order([...rows, row('May', { bucket: '2011-05' })], 'period')).toEqual(['May', 'April', 'August']);
  });

  it('keeps what could not be placed under the rows', () => {
    const undated = row('undated', { part: 'undated', estimate: exactly(50) });
    expect(order([undated, row('a')], 'low', true)).toEqual(['a', 'undated']);
  });
});

describe('pressed', () => {
  it('goes from the largest number to the smallest and back to no order', () => {
    const once = pressed(null, 'low');
    const twice = pressed(once, 'low');
    expect([once, twice]).toEqual([
      { column: 'low', descending: true },
      { column: 'low', descending: false },
    ]);
    expect(pressed(twice, 'low')).toBeNull();
  });

  it('begins names with the first, and another column anew', () => {
    expect(pressed({ column: 'low', descending: true }, 'place')).toEqual({
      column: 'place',
      descending: false,
    });
  });
});
