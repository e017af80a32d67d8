import { endpoints } from '@article21/contract';
import { describe, expect, it } from 'vitest';
import {
  countable,
  HttpProblem,
  knownTo,
  problemOf,
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
    expect(() => refuseIssues(issues)).toThrow(expect.objectContaining({ kind: 'invalid-query', issues }));
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

describe('a query', () => {
  it('may name the places of the snapshot and the charts that there are', async () => {
    const served = await serveDataset();
    const known = knownTo(served);
    expect([...known.places].sort()).toEqual(['bishkek', 'chuy', 'kg', 'osh']);
    expect(known.charts).toContain('bar');
    const read = (text: string) => readQuery(endpoints.counts, new URLSearchParams(text), served);
    expect(read('place=osh')).toMatchObject({ place: ['osh'] });
    expect(() => read('place=almaty')).toThrow('place: unknown place: almaty');
    expect(() => readQuery(endpoints.chartSvg, new URLSearchParams('chart=pie'), served)).toThrow('chart: ');
  });

  it('is refused with everything that is wrong with it', async () => {
    const served = await serveDataset();
    const read = () => readQuery(endpoints.counts, new URLSearchParams('colour=1&from=x'), served);
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
    const served = await serveDataset();
    const search = new URLSearchParams('measure=fines&theme=dark&lang=ru');
    const { query } = countable(readQuery(endpoints.counts, search, served), served);
    expect(query).toMatchObject({ measure: ['fines'], chart: null, theme: null, title: null, lang: 'ru' });
  });
});
