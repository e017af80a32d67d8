import type { MeasureId } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { kazakhstanApp } from './published-app.ts';

const { client } = await kazakhstanApp();

const total = async (measure: MeasureId, place: readonly string[] = []) =>
  (await client.counts({ measure: [measure], place })).totals[0];

describe('Kazakhstan 2012, as it is published', () => {
  it('has at least 12 rejected applications: 2 in Almaty, at least 1 in each of ten other cities', async () => {
    const answer = await client.counts({ measure: ['rejected_applications'], by: ['place'] });
    expect(answer.totals).toMatchObject([{ low: 12, high: null, unnumbered: 0 }]);
    const cities = new Map(answer.rows.map(({ place, low, high }) => [place, { low, high }]));
    expect(cities.get('almaty')).toMatchObject({ low: 2 });
    cities.delete('almaty');
    expect([...cities.values()]).toEqual(Array.from({ length: 10 }, () => ({ low: 1, high: null })));
  });

  it('has about 15 detentions in Almaty, and three reports without a number, one of them there', async () => {
    const almaty = { low: 15, high: null, statedHigh: 15, approximate: true, unnumbered: 1 };
    expect(await total('detentions', ['almaty'])).toMatchObject(almaty);
    expect(await total('detentions')).toMatchObject({ ...almaty, unnumbered: 3 });
    const { rows } = await client.counts({ measure: ['detentions'], by: ['place'] });
    expect(rows.map(({ place, low, unnumbered }) => [place, low, unnumbered])).toEqual([
      ['almaty', 15, 1],
      ['kz', null, 2],
    ]);
  });

  it('has every record in a measure of its own kind, not only among the reports of all kinds', async () => {
    const { measures } = await client.measures({});
    const own = measures.map(({ id }) => id).filter((id) => id !== 'records');
    const of = async (measure: readonly MeasureId[], basis: 'incident' | 'summary') =>
      (await client.records({ measure, basis, limit: 200 })).records.map(({ id }) => id);
    for (const basis of ['incident', 'summary'] as const) {
      const all = await of(['records'], basis);
      const found = await Promise.all(own.map((id) => of([id], basis)));
      expect([...new Set(found.flat())].sort()).toEqual(all.sort());
    }
    expect(await of(['records'], 'incident')).not.toEqual([]);
    expect((await of(['records'], 'incident')).length + (await of(['records'], 'summary')).length).toBe(29);
  });

  it('says so in words', async () => {
    const said = await total('detentions', ['almaty']);
    expect(said?.sentence).toBe('at least about 15 detentions, and 1 report without a number');
    expect(said?.headline).toMatch(
      /^At least about 15 detentions in Almaty,.* 2012, and 1 report without a number\.$/,
    );
    const russian = await client.counts({ measure: ['detentions'], place: ['almaty'], lang: 'ru' });
    expect(russian.totals[0]?.sentence).toMatch(/15/);
    expect(russian.totals[0]?.sentence).toMatch(/[а-я]/);
  });

  it('has about ten of the fifteen from one statement, quoted', async () => {
    const record = await client.record('2012-04-28-almaty-detention-3');
    expect(record.count).toMatchObject({ notation: '~10', low: 10, approximate: true });
    const [evidence] = record.evidence;
    if (evidence?.kind !== 'quotation') throw new Error('not a quotation');
    const source = await client.source(evidence.source);
    expect(source.text?.slice(evidence.start ?? 0, evidence.end ?? 0).replace(/\s+/g, ' ')).toBe(
      evidence.quote,
    );
    expect(evidence.quote).toContain(evidence.stated);
  });

  it('has 770 euros of fines, about, and two more reports without an amount', async () => {
    expect(await total('fines')).toMatchObject({
      ...{ low: 770, high: null, statedHigh: 770, approximate: true, unnumbered: 2 },
    });
    const { records } = await client.records({ measure: ['fines'] });
    const stated = records.map(({ amount }) => amount?.notation).filter((it) => it !== '?');
    expect(stated.sort()).toEqual(['~170 EUR', '~170 EUR', '~430 EUR']);
  });

  it('has 30 days of administrative arrest', async () => {
    expect(await total('arrest_days')).toMatchObject({
      low: 30,
      high: 30,
      approximate: false,
      unnumbered: 0,
    });
  });

  it('says of a measure without any record that there is none, and not that there were none', async () => {
    const { totals, headlines } = await client.counts({ measure: ['arrest_days'], place: ['taraz'] });
    expect(totals).toEqual([]);
    expect(headlines).toMatchObject([{ measure: 'arrest_days', text: expect.stringContaining('Taraz') }]);
    expect(headlines[0]?.text).not.toMatch(/\b0\b/);
  });

  it('is named, licensed and not synthetic', async () => {
    const snapshot = await client.snapshot();
    expect(snapshot).toMatchObject({ synthetic: false, dataset: { licenses: [{ name: 'CC-BY-4.0' }] } });
    expect(snapshot.files.map(({ path }) => path)).toContain('records.parquet');
    expect(snapshot.sources).toHaveLength(1);
  });
});

describe('what stands beside the records', () => {
  it('are fifteen assemblies, twelve of them of one call', async () => {
    const { assemblies } = await client.assemblies();
    expect(assemblies).toHaveLength(15);
    expect(assemblies.filter(({ campaign }) => campaign === 'disagreement-day-2012-04-28')).toHaveLength(12);
    expect(assemblies.find(({ id }) => id === '2012-04-28-almaty')).toMatchObject({
      place: 'almaty',
      date: '2012-04-28',
      title_kk: '«Келіспеушілер күні» митингісі, Алматы',
      participants: { notation: '~400', low: 400, approximate: true },
      authorised: 'no',
    });
  });

  it('are four remarks in three languages, and no coverage, which nobody states', async () => {
    const { annotations } = await client.annotations();
    expect(annotations.map(({ date, place }) => [date, place])).toEqual([
      ['2012-04-28', null],
      ['2012-05-21', 'almerek'],
      ['2012-05-31', 'almaty'],
      ['2012-08-17', 'karaganda'],
    ]);
    for (const { text_en, text_ru, text_kk, source } of annotations) {
      expect(new Set([text_en, text_ru, text_kk]).size).toBe(3);
      expect((await client.source(source ?? '')).visibility).toBe('public');
    }
    expect(await client.coverage()).toEqual({ coverage: [] });
  });

  it('are those of the snapshot that is named', async () => {
    const { current } = await client.snapshots();
    expect(await client.annotations({ snapshot: current })).toEqual(await client.annotations());
    const gone = { snapshot: '2012-09-25-3f9c0a417d2be586' };
    for (const ask of [client.assemblies, client.coverage, client.annotations])
      await expect(ask(gone)).rejects.toMatchObject({ problem: { status: 404 } });
  });
});

describe('the records behind a number', () => {
  it.each<MeasureId>([
    'rejected_applications',
    'detentions',
    'fines',
    'arrest_days',
    'people_fined',
    'people_arrested',
    'warnings',
  ])('are as many as its total says: %s', async (measure) => {
    const filters = [
      {},
      { place: ['almaty'] },
      { place: ['almaty-region', 'kz'] },
      { from: day('2012-04-28'), to: day('2012-04-28') },
      { from: day('2012-05-01'), to: day('2012-06-30') },
      { to: day('2012-05-15') },
      { phase: ['before' as const] },
      { phase: ['after' as const, 'unstated' as const], place: ['almaty'] },
      { basis: 'summary' as const },
    ];
    for (const filter of filters) {
      const { totals } = await client.counts({ measure: [measure], ...filter });
      const { records } = await client.records({ measure: [measure], ...filter, limit: 200 });
      expect([filter, records.length]).toEqual([filter, totals[0]?.records ?? 0]);
    }
  });

  it('are found under each bar: a place itself in a bucket, and what has no bucket', async () => {
    const chart = { measure: ['detentions'], by: ['place', 'period'], every: 'month' } as const;
    const { rows, undated } = await client.counts(chart);
    expect(rows.length).toBeGreaterThan(1);
    for (const { place = '', period = '', records } of rows) {
      const found = await client.records({ measure: ['detentions'], at: [place], bucket: period });
      expect([place, period, found.records.length]).toEqual([place, period, records]);
    }
    for (const place of new Set(undated.map((it) => it.place ?? ''))) {
      const counted = undated.filter((it) => it.place === place).reduce((n, it) => n + it.records, 0);
      const found = await client.records({ measure: ['detentions'], at: [place], undated: 'month' });
      expect([place, found.records.length]).toEqual([place, counted]);
    }
  });

  it('are of every kind when no measure is named, also what no measure counts', async () => {
    const { records, next } = await client.records({ limit: 200 });
    expect(next).toBeNull();
    expect(new Set(records.map(({ kind }) => kind))).toContain('other');
    const summaries = await client.records({ basis: 'summary', limit: 200 });
    expect(records.length + summaries.records.length).toBe((await client.snapshot()).records);
  });

  it('come page by page, each once, in the same order', async () => {
    const all = (await client.records({ limit: 200 })).records.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { records: { id: string }[]; next: string | null } = await client.records({
        limit: 7,
        cursor,
      });
      paged.push(...page.records.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(all);
  });
});

function day(text: string): number {
  return Date.parse(text) / 86_400_000;
}
