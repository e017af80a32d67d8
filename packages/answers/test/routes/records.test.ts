import type { RecordAnswer, RecordsAnswer, SourceAnswer } from '@article21/contract';
import { describe, expect, it } from 'vitest';
import { HttpProblem } from '../../src/index.ts';
import { record } from '../../src/routes/record.ts';
import { records } from '../../src/routes/records.ts';
import { source } from '../../src/routes/source.ts';
import { ask, understand } from '../ask.ts';
import { serveDataset } from '../loaded-dataset.ts';

const unseen = { quote: null, stated: null, prefix: null, suffix: null, start: null, end: null };

describe('the records behind a number', () => {
  it.each([
    ['', ['d3', 'd1', 'd2', 'd4', 'f1'], 'with nothing asked'],
    ['measure=fines', ['f1'], 'of a measure'],
    ['measure=detentions', ['d3', 'd1', 'd2', 'd4'], 'of another, without its summaries'],
    ['basis=summary', ['s1'], 'of a basis'],
    ['place=chuy', ['d1', 'd4', 'f1'], 'in a region: in what lies in it'],
    ['at=chuy', [], 'at the region itself'],
    ['at=bishkek,osh', ['d1', 'd2', 'd4', 'f1'], 'at places themselves'],
    ['place=chuy&at=osh', [], 'at a place that is not in the region'],
    ['place=chuy&at=osh,bishkek', ['d1', 'd4', 'f1'], 'at those of the places that are in the region'],
    ['region=chuy', ['d1', 'd4', 'f1'], 'of a row by region: in what lies in it'],
    ['region=kg', ['d3'], 'of what names no region, which a city of none does'],
    ['region=osh,kg', ['d3', 'd2'], 'of several rows by region'],
    ['place=osh,bishkek&region=chuy', ['d1', 'd4', 'f1'], 'of a row by region, in asked places'],
    ['phase=after', ['d4', 'f1'], 'of a phase'],
    ['bucket=2021-05', ['d2', 'd4', 'f1'], 'in a bucket'],
    ['bucket=2021-05&from=2021-05-03', ['f1'], 'in the part of a bucket that the period leaves'],
    ['bucket=2021-05&to=2021-05-02', ['d2', 'd4'], 'in the other part of it'],
    ['bucket=2021-05&from=2021-06', [], 'in a bucket outside of the period'],
    ['from=2021-05-02&to=2021-05-02', ['d2', 'd4'], 'of a single day'],
    ['undated=month&measure=detentions', ['d3'], 'in no single month'],
  ])('for %s are %j (%s)', async (search, ids) => {
    const answer = await ask<RecordsAnswer>(records, await serveDataset(), search);
    const withoutWarning = answer.records.map(({ id }) => id).filter((id) => id !== 'w1');
    expect(withoutWarning).toEqual(ids);
    expect(answer.next).toBeNull();
  });

  it('come page by page, each page where the one before ended', async () => {
    const loaded = await serveDataset();
    const first = await ask<RecordsAnswer>(records, loaded, 'measure=detentions&limit=3');
    expect(first.records.map(({ id }) => id)).toEqual(['d3', 'd1', 'd2']);
    const { next } = first;
    const second = await ask<RecordsAnswer>(records, loaded, `measure=detentions&limit=3&cursor=${next}`);
    expect(second).toMatchObject({ records: [{ id: 'd4' }], next: null });
  });

  it('are refused for a cursor that is none, and an error of the store is not taken for that', async () => {
    const loaded = await serveDataset();
    const long = 'x'.repeat(300);
    const refusal = await ask(records, loaded, `cursor=${long}`).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(HttpProblem);
    expect(refusal).toMatchObject({
      kind: 'invalid-query',
      message: 'cursor: not a cursor',
      issues: [
        {
          key: 'cursor',
          code: 'unreadable',
          stated: 'x'.repeat(200),
          message: 'not a cursor',
          hint: 'take it from `next` of the page before, as it is',
        },
      ],
    });
    for (const failure of [new Error('the disk is gone'), 'invalid cursor']) {
      const failing = { ...loaded, snapshot: { ...loaded.snapshot, records: () => Promise.reject(failure) } };
      await expect(ask(records, failing)).rejects.toBe(failure);
    }
  });

  it('are one question whatever words, colours and grouping were asked for with them', async () => {
    const loaded = await serveDataset();
    const asked = 'measure=fines&by=place&every=year&chart=bar&lang=ru&theme=dark&title=x&place=osh&limit=7';
    expect((await understand(records, loaded, asked)).canonical).toBe('measure=fines&place=osh&limit=7');
    await expect(understand(records, loaded, 'measure=x')).rejects.toThrow('measure: unknown value: x');
  });

  it('have none of the words of an internal source', async () => {
    const loaded = await serveDataset();
    const answer = await ask<RecordsAnswer>(records, loaded, 'measure=detentions');
    const evidence = new Map(answer.records.map((it) => [it.id, it.evidence]));
    expect(evidence.get('d4')).toEqual([{ kind: 'quotation', source: 'diary', ...unseen }]);
    expect(evidence.get('d1')).toMatchObject([{ source: 'statement', stated: 'about ten' }]);
  });
});

describe('a record', () => {
  it('is there by its id, without the words of an internal source', async () => {
    const loaded = await serveDataset();
    expect(await ask<RecordAnswer>(record, loaded, '', { id: 'd1' })).toMatchObject({
      id: 'd1',
      note: 'a note',
      evidence: [{ source: 'statement', quote: expect.stringContaining('about ten people') }],
    });
    expect((await ask<RecordAnswer>(record, loaded, '', { id: 'd4' })).evidence).toEqual([
      { kind: 'quotation', source: 'diary', ...unseen },
    ]);
  });

  it('that is not there is refused by its name', async () => {
    const loaded = await serveDataset();
    const refusal = await ask(record, loaded, '', { id: 'd99' }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ kind: 'not-found', message: 'there is no record d99', issues: [] });
    await expect(ask(record, loaded)).rejects.toThrow('there is no record ');
  });

  it('is another answer than other records', async () => {
    const loaded = await serveDataset();
    const one = await understand(record, loaded, '', { id: 'd1' });
    const other = await understand(record, loaded, '', { id: 'd2' });
    expect([one.canonical, other.canonical]).toEqual(['d1?', 'd2?']);
    expect((await understand(record, loaded)).canonical).toBe('?');
  });
});

describe('a source', () => {
  it('is there with its text, and without the name of its file', async () => {
    const answer = await ask<SourceAnswer>(source, await serveDataset(), '', { id: 'statement' });
    expect(answer).toMatchObject({ id: 'statement', visibility: 'public', title: 'Statement' });
    expect(answer.text).toMatch(/^On that day about ten people/);
    expect(Object.keys(answer)).not.toContain('file');
  });

  it('that is internal is named, and nothing of its text is there', async () => {
    const answer = await ask<SourceAnswer>(source, await serveDataset(), '', { id: 'diary' });
    expect(answer).toMatchObject({ id: 'diary', visibility: 'internal', text: null });
  });

  it('that is not there is refused, and each is another answer', async () => {
    const loaded = await serveDataset();
    const refusal = await understand(source, loaded, '', { id: 'x' }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ kind: 'not-found', message: 'there is no source x' });
    expect((await understand(source, loaded, '', { id: 'diary' })).canonical).toBe('diary?');
  });
});
