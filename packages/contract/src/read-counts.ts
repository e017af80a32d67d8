import { readCounts } from '@article21/model';
import type { CountsAnswer, CountsRead } from './endpoints/counts.ts';

/** Reads the counts of an answer, so that they can be drawn. */
export function readCountsAnswer(answer: CountsAnswer): CountsRead {
  const { totals, ...counts } = readCounts(answer);
  const said = (i: number) => {
    const { sentence = '', headline = '' } = answer.totals[i] ?? {};
    return { sentence, headline };
  };
  return { ...answer, ...counts, totals: totals.map((total, i) => ({ ...total, ...said(i) })) };
}
