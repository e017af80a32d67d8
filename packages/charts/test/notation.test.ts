import { isBounded, isUnnumbered, printQuantity } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { writtenQuantities } from '../src/notation.ts';

describe('writtenQuantities', () => {
  const written = writtenQuantities();

  it('shows each form as the model itself writes it', () => {
    expect(written.map(({ estimate }) => printQuantity(estimate))).toEqual(
      written.map(({ notation }) => notation),
    );
  });

  it('has a form for everything that an estimate can leave open', () => {
    const estimates = written.map(({ estimate }) => estimate);
    expect(estimates.some(isBounded)).toBe(true);
    expect(estimates.some((it) => it.approximate && it.low === it.high)).toBe(true);
    expect(estimates.some((it) => it.high !== null && it.low < it.high)).toBe(true);
    expect(estimates.some((it) => it.high === null)).toBe(true);
    expect(estimates.some(isUnnumbered)).toBe(true);
    expect(estimates.some((it) => it.low > 0 && it.unnumbered > 0)).toBe(true);
  });
});
