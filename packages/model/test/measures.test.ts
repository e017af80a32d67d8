import { expect, test } from 'vitest';
import {
  defaultMeasures,
  type MeasureId,
  measure,
  measureIds,
  measures,
  usualVocabulary,
} from '../src/index.ts';

test('every measure is found by its id, and an unknown one is told with those that are known', () => {
  for (const it of measures) expect(measure(it.id, usualVocabulary)).toBe(it);
  const unknown = 'tortures' as MeasureId;
  expect(() => measure(unknown, usualVocabulary)).toThrow(
    `unknown measure: tortures (known: ${measureIds.join(', ')})`,
  );
});

test('money is kept in cents, and nothing else is', () => {
  for (const it of measures) expect([it.id, it.scale]).toEqual([it.id, it.unit === 'EUR' ? 100 : 1]);
  expect(measures.filter(({ unit }) => unit === 'EUR')).toHaveLength(1);
});

test('no two measures count the same', () => {
  const counted = measures.map(({ kind, quantity }) => `${kind} ${quantity}`);
  expect(new Set(counted).size).toBe(measures.length);
  expect(measureIds).toEqual(expect.arrayContaining([...defaultMeasures]));
});
