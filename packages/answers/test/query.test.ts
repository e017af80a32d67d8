import { endpoints } from '@article21/contract';
import { emptyQuery, firstIssues } from '@article21/model';
import { describe, expect, it } from 'vitest';
import {
  countable,
  countsFor,
  HttpProblem,
  knownTo,
  problemOf,
  readParams,
  readQuery,
  refuseIssues,
  snapshotOf,
} from '../src/index.ts';
import { serveDataset } from './loaded-dataset.ts';

const issue = (key: string) => ({ key, code: 'x', stated: 'y', message: 'is wrong', hint: 'mend it' });

describe('a refusal', () => {
  it('of several issues names each, and of none is none', () => {
    expect(() => refuseIssues([])).not.toThrow();
    const issues = [issue('from'), issue('to')];
    expect(() => refuseIssues(issues)).toThrow('from: is wrong; to: is wrong');
    const message = 'from: is wrong; to: is wrong';
    expect(() => refuseIssues(issues)).toThrow(
      expect.objectContaining({ kind: 'invalid-query', issues, message }),
    );
  });

  it('of more issues than are told says how many more there are', () => {
    const issues = Array.from({ length: 30 }, (_, i) => issue(`key${i}`));
    const told = firstIssues(issues).length;
    expect(told).toBeLessThan(issues.length);
    const all = issues.slice(0, told).map(({ key }) => `${key}: is wrong`);
    const detail = [...all, `and ${issues.length - told} more faults`].join('; ');
    expect(() => refuseIssues(issues)).toThrow(expect.objectContaining({ message: detail }));
  });

  it('keeps its cause, and is answered as RFC 9457 has it', () => {
    const cause = new Error('why');
    const refusal = new HttpProblem('not-found', 'there is none', [issue('id')], cause);
    expect([refusal.cause, refusal.name, refusal.message]).toEqual([cause, 'HttpProblem', 'there is none']);
    expect(problemOf(refusal, 'https://example.org')).toEqual({
      type: 'https://example.org/api#not-found',
      title: expect.stringMatching(/\w/),
      status: 404,
      detail: 'there is none',
      issues: [issue('id')],
    });
    expect(problemOf(new HttpProblem('too-much', 'x'), '').issues).toEqual([]);
  });
});

describe('what stands in a path', () => {
  const read = (id: string) => readParams(endpoints.record, { id }, `/api/v1/records/${id}`);

  it('is what it is called, where something can be called so', () => {
    expect(read('d1')).toEqual({ id: 'd1' });
    expect(readParams(endpoints.measures, {}, '/api/v1/measures')).toEqual({});
  });

  it('is not there where nothing can be called so, and a long path is told in part', () => {
    expect(() => read('a b')).toThrow(
      expect.objectContaining({ kind: 'not-found', message: 'there is nothing at /api/v1/records/a b' }),
    );
    expect(() => readParams(endpoints.record, {}, '/api/v1/records/')).toThrow('there is nothing at');
    const long = `there is nothing at /api/v1/records/${'!'.repeat(184)}`;
    expect(() => read('!'.repeat(300))).toThrow(expect.objectContaining({ message: long }));
  });
});

describe('a question for more groups than are given', () => {
  const hint = 'ask for a shorter period, a longer step, fewer places or fewer measures';
  const refused = async (text: string) => {
    const loaded = await serveDataset();
    try {
      countable(readQuery(endpoints.counts, new URLSearchParams(text), loaded), loaded, 1);
    } catch (error) {
      if (error instanceof HttpProblem) return error;
      throw error;
    }
    throw new Error('it is answered');
  };

  it.each([
    ['measure=detentions&by=period', ['every', 'from', 'to'], 'month'],
    ['measure=detentions&by=period&every=day', ['every', 'from', 'to'], 'day'],
    ['measure=detentions,warnings&by=period,place&every=year', ['from', 'to', 'place', 'measure'], ''],
    ['measure=detentions&by=place', ['place'], ''],
  ])('is refused with the keys that would make them fewer: %s', async (text, narrow, stated) => {
    const { kind, message, issues } = await refused(text);
    const [issue] = issues;
    const [, groups] = /^the answer has (\d+) groups; at most 1 are given: /.exec(message) ?? [];
    expect(Number(groups)).toBeGreaterThan(1);
    const told = `the answer has ${groups} groups; at most 1 are given`;
    expect([kind, message]).toEqual(['too-much', `${told}: ${hint}`]);
    const key = narrow[0];
    expect(issue).toEqual({ key, code: 'too_many', stated, message: told, hint, narrow, most: 1 });
  });

  it('is refused by the length of its time axis, too', async () => {
    const loaded = await serveDataset();
    const search = new URLSearchParams('by=period&every=day&from=1000-01-01&to=2999-12-31');
    const told =
      /^the time axis would have 7304\d\d steps; at most 100000 are drawn: ask for a shorter period/;
    expect(() => countable(readQuery(endpoints.counts, search, loaded), loaded)).toThrow(told);
  });
});

describe('counts', () => {
  it('say where nothing may be called zero only where somebody watched', async () => {
    const query = { ...emptyQuery, by: ['place'] as const };
    expect(countsFor(query, await serveDataset()).possible).not.toBeNull();
    const unwatched = await serveDataset({ 'coverage.csv': 'place,from,to,source\n' });
    expect(countsFor(query, unwatched).possible).toBeNull();
  });
});

describe('a query', () => {
  it('may name the places of the snapshot and the charts that there are', async () => {
    const loaded = await serveDataset();
    const known = knownTo(loaded);
    expect([...known.places].sort()).toEqual(['bishkek', 'chuy', 'kg', 'osh']);
    expect(known.charts).toContain('bar');
    const read = (text: string) => readQuery(endpoints.counts, new URLSearchParams(text), loaded);
    expect(read('place=osh')).toMatchObject({ place: ['osh'] });
    expect(() => read('place=almaty')).toThrow('place: unknown place: almaty');
    expect(() => readQuery(endpoints.chartSvg, new URLSearchParams('chart=pie'), loaded)).toThrow('chart: ');
  });

  it('is refused with everything that is wrong with it', async () => {
    const loaded = await serveDataset();
    const read = () => readQuery(endpoints.counts, new URLSearchParams('colour=1&from=x'), loaded);
    expect(read).toThrow(/colour: .*; from: /);
  });

  it('names a snapshot, or none, whatever else is in it', () => {
    const id = '2021-06-01-0123456789abcdef';
    const of = (text: string) => snapshotOf(new URLSearchParams(text));
    expect(of(`snapshot=${id}&place=nowhere&colour=red`)).toEqual({ pinned: id, issues: [] });
    expect(of('measure=fines')).toEqual({ pinned: null, issues: [] });
    expect(of('snapshot=x')).toMatchObject({ pinned: null, issues: [{ key: 'snapshot' }] });
  });

  it('of counts is without what changes no number', async () => {
    const loaded = await serveDataset();
    const search = new URLSearchParams('measure=fines&theme=dark&lang=ru');
    const { query } = countable(readQuery(endpoints.counts, search, loaded), loaded);
    expect(query).toMatchObject({ measure: ['fines'], chart: null, theme: null, title: null, lang: 'ru' });
  });
});
