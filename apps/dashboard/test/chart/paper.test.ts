import type { CountsRead } from '@article21/contract/client';
import { words } from '@article21/messages';
import type { MeasureId } from '@article21/model';
import { expect, test } from 'vitest';
import { paperHeight } from '../../src/chart/paper.ts';

const many: MeasureId[] = ['rejected_applications', 'detentions', 'fines', 'arrest_days', 'people_fined'];

function heightFor(
  measures: readonly MeasureId[],
  sentence: string,
  remarks: readonly string[] = [],
): number {
  const headlines = measures.map((measure) => ({ measure, text: sentence, remarks }));
  const counts = { query: { measure: measures }, headlines } as unknown as CountsRead;
  return paperHeight(counts, words('en'));
}

test('a chart on paper has the less room, the more is said around it, and always enough to be read', () => {
  const short = 'About 15 detentions in Almaty.';
  expect(heightFor(['detentions'], short)).toBe(560);
  expect(heightFor(many, short)).toBeLessThan(560);
  // A line more, twenty pixels high, for each of five sentences.
  expect(heightFor(many, short) - heightFor(many, 'a'.repeat(160))).toBeCloseTo(100);
  // Each remark is a line of the notes, with what keeps it from the next.
  expect(
    heightFor(many, short) - heightFor(many, short, ['The sources of 2 reports give no day.']),
  ).toBeCloseTo(5 * (14.2 + 4));
  expect(heightFor(many, 'a'.repeat(3000))).toBe(240);
});
