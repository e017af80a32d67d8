import { words } from '@article21/messages';
import { type Estimate, type Language, languages, parseQuantity } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { legend } from '../src/layout/frame.ts';
import type { Plot } from '../src/plot.ts';

function read(notation: string): Estimate {
  const parsed = parseQuantity(notation, 2);
  if (!parsed.ok) throw new Error(`unreadable quantity in a test: ${notation}`);
  return parsed.value;
}

const keyOf = (notation: string, language: Language = 'en') =>
  legend([read(notation)], { ringed: false }, { words: words(language) } as Plot);

describe('the key of the signs', () => {
  it.each(languages)('explains ≥ exactly where it stands beside a number, %s', (language) => {
    for (const notation of ['15', '2+', '6 & ?', '~6 & ?', '0-15 & ?', '~0-15 & ?', '0-15', '~12', '?']) {
      const stands = words(language).signs(read(notation)).includes('≥');
      expect(
        keyOf(notation, language).some((it) => it.includes('≥')),
        notation,
      ).toBe(stands);
    }
  });

  it('says of ≥ what is true of an open source and of reports without a number', () => {
    expect(keyOf('2+')).toEqual(['End in thin lines, or ≥: no upper limit known']);
    expect(keyOf('6 & ?')).toEqual([
      'End in thin lines, or ≥: no upper limit known',
      '+1: reports without a number',
    ]);
    expect(keyOf('0-15 & ?')).toEqual([
      'Hatched: up to the most that sources state',
      '+1: reports without a number',
    ]);
  });
});
