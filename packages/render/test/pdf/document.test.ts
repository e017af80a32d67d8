import { describe, expect, it } from 'vitest';
import { createRenderer, type DocumentPage } from '../../src/index.ts';
import { stacked } from '../options.ts';
import { readPdf, utf16 } from './read-pdf.ts';

const renderer = createRenderer();
const picture = {
  kind: 'picture' as const,
  option: stacked,
  frame: { width: 1200, height: 630, description: 'Қарағанды: 15' },
  box: { x: 48, y: 40, width: 600, height: 315 },
};
const text = { kind: 'text' as const, role: 'P' as const, size: 13, colour: '#1a1a1a' };
const page = (words: string, link?: string): DocumentPage => ({
  width: 1123,
  height: 794,
  parts: [
    picture,
    { ...text, role: 'H1', bold: true, serif: true, lines: [{ text: 'Заметки', x: 48, y: 400 }] },
    {
      ...text,
      lines: [
        { text: words, x: 48, y: 420 },
        { text: 'second line', x: 48, y: 440 },
      ],
      ...(link === undefined ? {} : { link }),
    },
  ],
});

function documentOf(pages: readonly DocumentPage[], by = renderer): Uint8Array {
  const document = by.document({ title: 'Раздаточный материал', language: 'ru' });
  for (const it of pages) document.add(it);
  return document.bytes();
}

describe('a document of several pages', () => {
  const to = 'https://example.org/a?b=(ә)&c=<d>';
  const { objects, pages, at } = readPdf(documentOf([page('Первая'), page('Вторая', to)]));
  const all = objects.map((it) => it.text).join('\n');

  it('has each page with its own words, all fonts once, and its title and language', () => {
    expect(pages.map(({ texts }) => texts.slice(-3))).toEqual([
      ['Заметки', 'Первая', 'second line'],
      ['Заметки', 'Вторая', 'second line'],
    ]);
    expect(pages[0]?.texts).toContain('Қарағанды');
    expect(all).toMatch(/\/Type \/Pages \/Kids \[\d+ 0 R \d+ 0 R\] \/Count 2/);
    const fonts = [...all.matchAll(/\/Type \/FontDescriptor \/FontName (\S+)/g)].map(([, name]) => name);
    expect(new Set(fonts).size).toBe(fonts.length);
    expect(utf16(/\/Title <feff(\w+)>/.exec(all)?.[1])).toBe('Раздаточный материал');
    expect(all).toContain('/MediaBox [0 0 842.25 595.5]');
  });

  it('says of each part what it is, in the order of reading', () => {
    for (const { content } of pages)
      expect(
        [...content.matchAll(/^\/(\w+) << \/MCID (\d) >> BDC$/gm)].map(([, role, id]) => [role, id]),
      ).toEqual([
        ['Figure', '0'],
        ['H1', '1'],
        ['P', '2'],
      ]);
    const roles = [...all.matchAll(/\/Type \/StructElem \/S \/(\w+)/g)].map(([, role]) => role);
    expect(roles.sort()).toEqual(['Document', 'Figure', 'Figure', 'H1', 'H1', 'Link', 'P', 'P'].sort());
    expect(all).toContain('/A << /O /Layout /BBox [36 329.25 486 565.5] >>');
    // Each marked part of a page, and each annotation, leads to the element that it belongs to.
    const parents = /\/ParentTree << \/Nums \[(.*)\] >> >>/.exec(all)?.[1] ?? '';
    const [first = '', second = ''] = [...parents.matchAll(/\[([^\]]*)\]/g)].map(([, refs = '']) => refs);
    const rolesOf = (refs: string) =>
      (refs.match(/\d+ 0 R/g) ?? []).map((ref) => /\/S \/(\w+)/.exec(at(ref).text)?.[1]);
    expect([rolesOf(first), rolesOf(second)]).toEqual([
      ['Figure', 'H1', 'P'],
      ['Figure', 'H1', 'Link'],
    ]);
  });

  it('leads from each line of a link to its address, and from nothing else', () => {
    const links = [...all.matchAll(/\/Subtype \/Link \/Rect \[([^\]]*)\].*\/URI <(\w+)>/g)];
    expect(links).toHaveLength(2);
    const addresses = links.map(([, , hex = '']) => Buffer.from(hex, 'hex').toString());
    expect(addresses).toEqual(Array(2).fill(new URL(to).href));
    const [left, bottom, right, top] = (links[0]?.[1] ?? '').split(' ').map(Number);
    expect([left, (bottom ?? 0) < 280.5 && (top ?? 0) > 280.5, (right ?? 0) > 60]).toEqual([36, true, true]);
    expect(all.match(/\/Annots/g)).toHaveLength(1);
  });

  it('is the same bytes again, whatever was drawn before', () => {
    const again = documentOf([page('Первая'), page('Вторая', to)], createRenderer());
    expect(Buffer.from(documentOf([page('Первая'), page('Вторая', to)])).equals(again)).toBe(true);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'no address'])('does not lead to %s', (address) => {
    expect(() => documentOf([page('x', address)])).toThrow(/unknown address in a PDF|Invalid URL/);
  });

  it('of no pages is none', () => {
    expect(() => documentOf([])).toThrow('a PDF without pages');
  });
});
