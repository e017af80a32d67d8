import { describe, expect, it } from 'vitest';
import { undrawable } from '../src/index.ts';

describe('what pictures cannot have', () => {
  it.each([
    'Алматы, Қызылорда – «№ 5», €, ₸',
    'Ünïcødé',
    'e\u0301te\u0301',
    'Усть-Каменогорск\u00ad\u200d',
    '',
    '\u202eabc\u0000\ufffe',
    'a\nb\tc',
  ])('is nothing of %j', (text) => {
    expect(undrawable(text)).toEqual([]);
  });

  it('is named, each letter once', () => {
    expect(undrawable('Нүөрүҥгүрү')).toEqual(['ҥ']);
    expect(undrawable('რუ რუ 2012')).toEqual(['რ', 'უ']);
    expect(undrawable('רחוב 2012')).toEqual(['ר', 'ח', 'ו', 'ב']);
    expect(undrawable('اعتقالات 15')).toHaveLength(5);
    expect(undrawable('Երևան')).toHaveLength(5);
    expect(undrawable('阿😀')).toEqual(['阿', '😀']);
  });
});
