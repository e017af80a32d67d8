import { describe, expect, it } from 'vitest';
import { draw, textWidth } from '../../src/index.ts';
import { examples } from '../fixtures/examples.ts';
import { svgOf } from '../svg.ts';
import { type PlacedText, textsOf } from '../texts-of.ts';

function overlap(a: PlacedText, b: PlacedText): boolean {
  return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
}

describe.each(examples.map((example) => [example.name, example] as const))('in %s', (_, example) => {
  const svg = svgOf(example.chart, example.counts, example.context);
  const { height } = draw(example.chart, example.counts, example.context);
  const texts = textsOf(svg).filter((text) => text.opacity === 1);

  it('every text lies within the picture', () => {
    expect(texts.length).toBeGreaterThan(1);
    const outside = texts.filter(
      (text) => text.left < 0 || text.right > example.context.width || text.top < 0 || text.bottom > height,
    );
    expect(outside).toEqual([]);
  });

  it('no text covers another', () => {
    const covered = texts.flatMap((a, i) =>
      texts
        .slice(i + 1)
        .filter((b) => overlap(a, b))
        .map((b) => [a.text, b.text]),
    );
    expect(covered).toEqual([]);
  });
});

describe('the estimate of a text’s width', () => {
  it('is that of the font for each script, a little on the wide side', () => {
    // Set by HarfBuzz at 100 px in Source Sans 3 and Source Serif 4: Regular and SemiBold of each.
    const measured: Record<string, [number, number, number, number]> = {
      Almaty: [292.2, 302.8, 348.2, 352.2],
      Алматы: [335.2, 346.0, 400.4, 408.7],
      Қарағанды: [484.7, 500.1, 543.5, 558.2],
      'Құқықтардың шектелуі': [1022.9, 1062.7, 1178.5, 1207.9],
      '≈ 15': [169.1, 173.9, 182.9, 187.0],
    };
    const cuts = [{}, { bold: true }, { serif: true }, { bold: true, serif: true }];
    for (const [text, widths] of Object.entries(measured))
      for (const [i, width] of widths.entries()) {
        const estimated = textWidth(text, { size: 100, ...cuts[i] });
        expect(estimated).toBeGreaterThanOrEqual(width);
        expect(estimated).toBeLessThan(width * 1.08);
      }
  });

  it('grows with the size and is never zero for letters of other scripts', () => {
    expect(textWidth('Almaty', { size: 26 })).toBeCloseTo(2 * textWidth('Almaty', { size: 13 }));
    for (const text of ['中', 'ქ', 'ع', '🙂']) expect(textWidth(text, { size: 10 })).toBeGreaterThan(5);
  });
});
