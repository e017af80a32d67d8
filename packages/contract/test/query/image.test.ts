import { printKeys } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { endpoints, imageKeys, parseEndpointQuery } from '../../src/index.ts';

const read = (text: string) => parseEndpointQuery(endpoints.chartPng, new URLSearchParams(text));

describe('the query of a picture', () => {
  it('has a width and a scale where none is asked for, and the height that it needs', () => {
    expect(read('').query).toMatchObject({ width: 960, height: null, scale: 1, measure: expect.any(Array) });
    expect(printKeys(imageKeys, read('width=960&scale=1').query)).toBe('');
  });

  it('is read back from its canonical text', () => {
    const text = 'measure=fines&lang=kk&width=1200&height=630&scale=2';
    const { query, issues } = read(`scale=2&height=630&width=1200&lang=kk&measure=fines`);
    expect(issues).toEqual([]);
    expect(printKeys(imageKeys, query)).toBe(text);
    expect(read(text).query).toEqual(query);
  });

  it.each([
    ['width=319', 'width', 'unreadable'],
    ['width=2001', 'width', 'unreadable'],
    ['width=0960', 'width', 'unreadable'],
    ['width=٩٦٠', 'width', 'unreadable'],
    ['height=199', 'height', 'unreadable'],
    ['height=', 'height', 'unreadable'],
    ['scale=4', 'scale', 'unreadable'],
    ['scale=1&scale=2', 'scale', 'duplicate_key'],
    ['size=3', 'size', 'unknown_key'],
    ['from=2012-06&to=2012-04', 'from', 'inverted'],
  ])('refuses %s', (text, key, code) => {
    expect(read(text).issues.map((it) => [it.key, it.code])).toEqual([[key, code]]);
  });

  it('has no key beyond those that it is told to have', () => {
    const { issues } = parseEndpointQuery(endpoints.chartSvg, new URLSearchParams('scale=2'));
    expect(issues.map(({ key, code }) => [key, code])).toEqual([['scale', 'unknown_key']]);
  });

  it('is documented key by key', () => {
    const keys = Object.keys(endpoints.counts.query);
    expect(Object.keys(endpoints.chartPng.query)).toEqual([...keys, 'width', 'height', 'scale']);
    expect(Object.keys(endpoints.chartSvg.query)).toEqual([...keys, 'width', 'height']);
  });
});
