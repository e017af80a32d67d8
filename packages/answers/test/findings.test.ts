import { parseDay } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { countedPeriod } from '../src/index.ts';

const day = (text: string) => parseDay(text) as number;
const period = (from: string | null, to: string | null) => ({
  from: from === null ? null : day(from),
  to: to === null ? null : day(to),
});
type Totals = Parameters<typeof countedPeriod>[1]['totals'];
type Days = ReturnType<typeof period>;
const totals = (...all: { dated?: Days; open?: Days }[]) => ({
  totals: all.map((it) => ({ dated: null, open: null, ...it })) as unknown as Totals,
});
const always = period(null, null);
const may = period('2021-05-01', '2021-05-31');
const june = period('2021-06-02', '2021-06-04');

describe('the period of counts', () => {
  it('is what was asked for, open where an end was not', () => {
    const counts = totals({ dated: june });
    expect(countedPeriod(may, counts)).toEqual(may);
    expect(countedPeriod(period('2021-05-01', null), counts)).toEqual(period('2021-05-01', null));
    expect(countedPeriod(period(null, '2021-05-31'), counts)).toEqual(period(null, '2021-05-31'));
  });

  it('is the extent of all that is counted where no end was asked for', () => {
    expect(countedPeriod(always, totals({ dated: june }, { dated: may }))).toEqual(
      period('2021-05-01', '2021-06-04'),
    );
    expect(countedPeriod(always, totals({ dated: may, open: june }))).toEqual(
      period('2021-05-01', '2021-06-04'),
    );
  });

  it('is open where a source leaves it open, and of nothing is no period', () => {
    const since = period('2021-06-02', null);
    expect(countedPeriod(always, totals({ dated: may, open: since }))).toEqual(period('2021-05-01', null));
    const until = period(null, '2021-06-02');
    expect(countedPeriod(always, totals({ dated: may }, { open: until }))).toEqual(
      period(null, '2021-06-02'),
    );
    expect(countedPeriod(always, totals())).toEqual(always);
    expect(countedPeriod(always, totals({}))).toEqual(always);
  });
});
