import { describe, expect, it } from 'vitest';
import { counts } from '../../src/routes/counts.ts';
import { countsCsv } from '../../src/routes/counts-csv.ts';
import { countsXlsx } from '../../src/routes/counts-xlsx.ts';
import { ask, understand } from '../ask.ts';
import { serveDataset } from '../loaded-dataset.ts';
import { sheetsOf } from '../sheet/sheets.ts';

const DAY = 86_400_000;

/** A dataset of `records` fines, one after another in each of `places`, so many days after each other. */
async function scattered({ places, records, apart }: { places: number; records: number; apart: number }) {
  const day = (i: number) => new Date(Date.UTC(2018, 0, 1) + i * apart * DAY).toISOString().slice(0, 10);
  const rows = Array.from({ length: records }, (_, i) => ({
    id: `r${i}`,
    place: `c${i % places}`,
    date: day(i),
  }));
  const where = Array.from({ length: places }, (_, i) => `c${i},city,,KG,,,City ${i},City ${i},City ${i},,`);
  const loaded = await serveDataset({
    'places.csv': `id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata\n${where.join('\n')}\n`,
    'assemblies.csv': 'id,campaign,place,date,title_en,title_ru,title_kk,participants,authorised\n',
    'coverage.csv': 'place,from,to,source\n',
    'evidence.csv': `record,source,quote,stated\n${rows.map(({ id }) => `${id},statement,four were warned,four\n`).join('')}`,
    'records.csv': `id,kind,place,date,assembly,phase,count,amount,days,basis,note\n${rows
      .map(({ id, place, date }) => `${id},fine,${place},${date},,,4,4 EUR,,incident,\n`)
      .join('')}`,
  });
  return { loaded, rows };
}

type Answer = { rows: { place: string; period: string; low: number }[] };

describe('the limit of an answer', () => {
  it('is of the groups that exist: 60 places by day in six years are 120', async () => {
    const { loaded } = await scattered({ places: 60, records: 120, apart: 18 });
    const query = 'measure=people_fined&by=place,period&every=day';
    const { rows } = await ask<Answer>(counts, loaded, query);
    expect(rows).toHaveLength(120);
    const [sheet] = sheetsOf(await ask<Uint8Array>(countsXlsx, loaded, query));
    expect(sheet?.rows.length).toBeGreaterThanOrEqual(120);
  });

  it('lets 2,811 places by month through, each with its number', async () => {
    const { loaded, rows } = await scattered({ places: 2811, records: 5475, apart: 0.4 });
    const groups = new Set(rows.map(({ place, date }) => `${place} ${date.slice(0, 7)}`));
    const answer = await ask<Answer>(counts, loaded, 'measure=people_fined&by=place,period&every=month');
    expect(new Set(answer.rows.map(({ place, period }) => `${place} ${period}`))).toEqual(groups);
    expect(answer.rows).toHaveLength(groups.size);
    expect(answer.rows.reduce((all, { low }) => all + low, 0)).toBe(4 * rows.length);
  });

  it('is lower for a workbook: 21,000 groups are a CSV, and what would make them fewer is said', async () => {
    const { loaded } = await scattered({ places: 70, records: 7000, apart: 0.5 });
    const query = 'measure=records,people_fined,fines&by=place,period&every=day';
    const csv = await ask<string>(countsCsv, loaded, query);
    expect(csv.match(/\r\nrow,/g)).toHaveLength(21_000);
    await expect(understand(countsXlsx, loaded, query)).rejects.toMatchObject({
      kind: 'too-much',
      message: expect.stringContaining('the answer has 21000 groups; at most 20000 are given'),
      issues: [
        { key: 'every', code: 'too_many', narrow: ['every', 'from', 'to', 'place', 'measure'], most: 20_000 },
      ],
    });
    const fewer = query.replace('records,', '');
    await expect(understand(countsXlsx, loaded, fewer)).resolves.toBeDefined();
  });
});
