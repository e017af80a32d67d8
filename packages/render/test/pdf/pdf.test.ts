import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../src/index.ts';
import { hostileNames } from '../names.ts';
import { everyKind, stacked } from '../options.ts';
import { parsed } from '../parsed.ts';
import { readPdf, utf16 } from './read-pdf.ts';

const renderer = createRenderer();
const frame = {
  width: 1200,
  height: 630,
  title: 'Около 15 <задержаний>',
  description: 'Қарағанды: 15',
  language: 'kk',
};

describe('a picture as PDF', () => {
  it('has the words of the drawing as text, in every language', () => {
    const words = parsed(renderer.svg(stacked, frame)).filter((it) => it.name === 'text');
    const { texts } = readPdf(renderer.pdf(stacked, frame));
    expect(texts).toEqual(words.map((it) => it.text));
    expect(texts).toContain('Қарағанды');
    expect(texts).toContain('Около 15 задержаний в Алматы, апрель – июнь 2012');
  });

  it('says what it is: title, language, description, and that it is a figure', () => {
    const { objects } = readPdf(renderer.pdf(stacked, frame));
    const all = objects.map((it) => it.text).join('\n');
    expect(utf16(/\/Title <feff(\w+)>/.exec(all)?.[1])).toBe(frame.title);
    expect(utf16(/\/Alt <feff(\w+)>/.exec(all)?.[1])).toBe(frame.description);
    expect(utf16(/\/Lang <feff(\w+)>/.exec(all)?.[1])).toBe('kk');
    expect(all).toContain('/S /Figure');
    expect(all).toContain('/DisplayDocTitle true');
  });

  it('is drawn and not rasterised, runs nothing, leads nowhere, and knows no time', () => {
    const { objects } = readPdf(renderer.pdf(stacked, frame));
    const all = objects.map((it) => it.text).join('\n');
    expect(all).not.toMatch(/\/Image|\/JavaScript|\/JS|\/URI|\/Launch|\/OpenAction|Date|\/ID/);
    const file = objects.find((it) => it.text.includes('/Length1'));
    expect([...(file?.bytes.slice(0, 4) ?? [])]).toEqual([0, 1, 0, 0]);
    expect(file?.bytes.length).toBeLessThan(60_000);
  });

  it('has one page of the size at which the picture is shown, in points of 1/72 inch', () => {
    const page = (shown: { width: number; height: number }) =>
      readPdf(renderer.pdf(stacked, { ...frame, shown })).objects.find((it) =>
        it.text.includes('/Type /Page '),
      );
    expect(page({ width: 600, height: 400 })?.text).toContain('/MediaBox [0 0 450 300]');
    expect(() => renderer.pdf(stacked, { ...frame, width: 0 })).toThrow('unknown size: 0 × 630');
  });

  it('is the same bytes again', () => {
    const again = createRenderer().pdf(stacked, frame);
    expect(Buffer.from(renderer.pdf(stacked, frame)).equals(again)).toBe(true);
  });

  it('throws on what it would have to leave out', () => {
    const { bar, line } = everyKind('a');
    const striped = { ...stacked, aria: { enabled: true, decal: { show: true } } };
    expect(() => renderer.pdf(striped, frame)).toThrow('unknown in a PDF: a pattern or a gradient');
    expect(() => renderer.pdf(bar ?? {}, frame)).toThrow('unknown in a PDF: a shadow');
    expect(() => renderer.pdf(line ?? {}, frame)).toThrow('unknown in a PDF: a pattern or a gradient');
  });
});

describe('a hostile name in a PDF', () => {
  const kinds = ['dataset', 'calendar', 'custom'];

  it.each(hostileNames.map((name) => [JSON.stringify(name).slice(0, 40), name]))('is text: %s', (_, name) => {
    for (const kind of kinds) {
      const option = everyKind(name)[kind] ?? {};
      const hostile = { ...frame, width: 400, title: name, description: name };
      const words = parsed(renderer.svg(option, hostile)).filter((it) => it.name === 'text');
      expect(readPdf(renderer.pdf(option, hostile)).texts).toEqual(words.map((it) => it.text));
    }
  });
});
