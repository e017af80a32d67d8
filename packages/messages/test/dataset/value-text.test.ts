import { describe, expect, it } from 'vitest';
import { valueText } from '../../src/dataset/value-text.ts';

describe('valueText', () => {
  it('shows a quantity in its notation, with its currency', () => {
    expect(valueText({ notation: '~10', low: 10, high: 10, approximate: true, unnumbered: 0 })).toBe('~10');
    expect(valueText({ notation: '32000 KZT', currency: 'KZT', low: 32000 })).toBe('32000 KZT');
  });

  it('shows the days on which a record is counted by their ends', () => {
    expect(valueText({ from: '2012-04-28', to: '2012-04-28', by: 'day' })).toBe('2012-04-28');
    expect(valueText({ from: null, to: '2012-05-31', by: 'interval' })).toBe('../2012-05-31');
  });

  it('shows evidence by what is quoted, and a withheld one by its source alone', () => {
    const evidence = [
      { source: 'a', quote: 'Ten were detained.' },
      { source: 'b', quote: null },
    ];
    expect(valueText(evidence)).toBe('a: “Ten were detained.” | b');
  });

  it('shows nothing as nothing, and not as a word', () => {
    expect([null, undefined, '', []].map(valueText)).toEqual([null, null, null, null]);
  });

  it('shortens what is long, and survives what it does not know', () => {
    expect(valueText('x'.repeat(1000))).toHaveLength(301);
    expect(valueText({ strange: 1 })).toBe('{"strange":1}');
  });
});
