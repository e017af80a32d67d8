import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Count,
  columnsOf,
  isUnnumbered,
  noCounts,
  parseQuantity,
  phaseFilters,
  publishCounts,
  readColumns,
} from '../src/index.ts';

const quantities = ['0', '12', '~10', '30-40', '2+', '~20+', '?', '10 & ?', '& 3?'];
const labels = fc.record(
  {
    place: fc.constantFrom('almaty', 'astana', '__proto__'),
    phase: fc.constantFrom(...phaseFilters),
    period: fc.constantFrom('2012-04', '2012-05', '2012-06'),
  },
  { requiredKeys: [] },
);
const few = fc.nat(2);
const rows: fc.Arbitrary<Count[]> = fc.array(
  fc
    .tuple(fc.constantFrom('detentions', 'fines'), labels, fc.constantFrom(...quantities), few, few, few)
    .map(([measure, group, text, numbered, assemblyDay, approximateDates]) => {
      const parsed = parseQuantity(text, 2);
      if (!parsed.ok) throw new Error(text);
      const { unnumbered } = parsed.value;
      const of = { measure: measure as Count['measure'], ...group, ...parsed.value };
      const numbers = isUnnumbered(parsed.value) ? 0 : numbered + 1;
      return { ...of, numbered: numbers, records: unnumbered + numbers, assemblyDay, approximateDates };
    }),
);
describe('rows in columns', () => {
  it('are the same rows again, whatever they are of and in whatever order', () => {
    fc.assert(
      fc.property(rows, (of) => {
        const sent = JSON.parse(JSON.stringify(columnsOf(of)));
        expect(readColumns(sent)).toEqual(of);
      }),
    );
  });

  it('may be of no period beside others that are of one', () => {
    const counted = { low: 1, high: 1, approximate: false, unnumbered: 0, numbered: 1, records: 1 };
    const row: Count = { measure: 'fines', place: 'almaty', ...counted, assemblyDay: 0, approximateDates: 0 };
    const of = [row, { ...row, period: '2012-04' }, row];
    expect(readColumns(columnsOf(of))).toEqual(of);
  });

  it('are a fraction of the bytes of a long series, in which most numbers are plain', () => {
    const day = (i: number) => new Date(Date.UTC(2012, 0, 1 + i)).toISOString().slice(0, 10);
    const parsed = (text: string) => {
      const found = parseQuantity(text, 2);
      if (!found.ok) throw new Error(text);
      return found.value;
    };
    const long = ['almaty', 'astana', 'shymkent', 'taraz'].flatMap((place, p) =>
      Array.from({ length: 1000 }, (_, i): Count => {
        const estimate = parsed(i % 40 === 0 ? '2+' : String((i * 7 + p) % 30));
        const of = { measure: 'detentions' as const, place, period: day(i), ...estimate };
        return { ...of, numbered: 1, records: 1, assemblyDay: 0, approximateDates: 0 };
      }),
    );
    const bytes = (value: unknown) => JSON.stringify(value).length;
    const whole = publishCounts({ ...noCounts(), rows: long }, { from: null, to: null }).rows;
    expect(bytes(columnsOf(long)) * 10).toBeLessThan(bytes(whole));
  });
});
