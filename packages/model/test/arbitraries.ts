import fc from 'fast-check';
import type { Estimate } from '../src/index.ts';

/** Any estimate of whole numbers that the notation can say. */
export const estimates: fc.Arbitrary<Estimate> = fc
  .record({
    low: fc.nat(1_000_000),
    width: fc.option(fc.nat(1_000), { nil: null }),
    approximate: fc.boolean(),
    unnumbered: fc.nat(5),
  })
  .map(({ low, width, approximate, unnumbered }) => ({
    low,
    high: width === null ? null : low + width,
    approximate,
    unnumbered,
  }));
