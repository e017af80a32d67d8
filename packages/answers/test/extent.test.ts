import { parseDay } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { files, serveDataset } from './loaded-dataset.ts';

const head = 'id,kind,place,date,assembly,phase,count,amount,days,basis,note\n';
const stated = (ids: string[]) =>
  `record,source,quote,stated\n${ids.map((id) => `${id},statement,four were warned,four\n`).join('')}`;

/** The extent of a dataset of warnings of some dates, and of a summary where a second list is given. */
async function extentOf(incidents: string[], summaries: string[] = []) {
  const rows = [
    ...incidents.map((date, i) => [`w${i}`, date, 'incident'] as const),
    ...summaries.map((date, i) => [`s${i}`, date, 'summary'] as const),
  ];
  const { extent } = await serveDataset({
    'records.csv':
      head + rows.map(([id, date, basis]) => `${id},warning,osh,${date},,,4,,,${basis},\n`).join(''),
    'evidence.csv': stated(rows.map(([id]) => id)),
  });
  return extent;
}

const day = (text: string) => parseDay(text);

describe('the extent of a snapshot', () => {
  it('is from the first to the last day that a source names', async () => {
    expect(await extentOf(['2021-05-02', '2021-04-05', '2021-04-11'])).toEqual({
      from: day('2021-04-05'),
      to: day('2021-05-02'),
      open: false,
    });
  });

  it('is that of summaries, too, and of all days of an interval', async () => {
    expect(await extentOf(['2021-04-05/2021-04-20'], ['2020'])).toEqual({
      from: day('2020-01-01'),
      to: day('2021-04-20'),
      open: false,
    });
  });

  it('is open where a record lies before, after, or on days that nobody states', async () => {
    const open = { from: day('2021-04-05'), to: day('2021-05-02'), open: true };
    expect(await extentOf(['2021-05-02', '2021-04-05/..'])).toEqual(open);
    expect(await extentOf(['2021-04-05', '../2021-05-02'])).toEqual(open);
    expect(await extentOf(['2021-04-05', '2021-05-02', ''])).toEqual(open);
    expect(await extentOf([''])).toEqual({ from: null, to: null, open: true });
  });

  it('of nothing is none', async () => {
    const none = { 'records.csv': head, 'evidence.csv': stated([]) };
    const { extent } = await serveDataset({ ...files, ...none });
    expect(extent).toEqual({ from: null, to: null, open: false });
  });
});
