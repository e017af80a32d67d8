import { describe, expect, it } from 'vitest';
import { draw } from '../../src/index.ts';
import { contextFor } from '../fixtures/context.ts';
import { byCity } from '../fixtures/counts.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const address = `https://article21.example/?place=${Array.from({ length: 200 }, (_, i) => `city-${i}`).join(',')}`;
const given = {
  width: 320,
  title: 'A title',
  sentences: ['One sentence that needs more than a single line of this narrow picture.', 'Another one.'],
  below: ['5 April – 30 June 2012', address],
};

describe('what stands around the plots', () => {
  const context = contextFor(byCity, given);
  const texts = textsOf(svgOf('bar', byCity, context));
  const written = texts.map(({ text }) => text).join('');

  it('has the sentences whole, under the title', () => {
    expect(texts.map(({ text }) => text).join(' ')).toContain(given.sentences.join(' '));
    const top = (start: string) => texts.find(({ text }) => text.startsWith(start))?.top ?? 0;
    expect(top('One sentence')).toBeGreaterThan(top('A title'));
    expect(top('Another')).toBeGreaterThan(top('One sentence'));
  });

  it('has an address whole, however long it is', () => {
    expect(written).toContain(address);
    expect(written).not.toContain('…');
  });

  it('makes a chart as much higher as it needs', () => {
    for (const chart of ['bar', 'map']) {
      const plain = draw(chart, byCity, contextFor(byCity, { width: 320 })).height;
      expect([chart, draw(chart, byCity, context).height > plain + 500]).toEqual([chart, true]);
    }
  });
});
