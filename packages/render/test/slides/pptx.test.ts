import { describe, expect, it } from 'vitest';
import { createRenderer, type SlideCell, type SlideChart, type SlideTable } from '../../src/index.ts';
import { hostileNames } from '../names.ts';
import type { ParsedElement } from '../parsed.ts';
import { bars, deckOf, slideOf, stackedColumns } from './decks.ts';
import { readOffice, sheetCells } from './read-pptx.ts';

const renderer = createRenderer();
const name = 'Около 15 задержаний & <других>';
const deck = deckOf(name);
const file = readOffice(renderer.pptx(deck));
const charts = file.paths.filter((path) => path.startsWith('ppt/charts/chart'));
const values = (elements: readonly ParsedElement[], tag: string) =>
  elements.filter((it) => it.name === tag).map((it) => it.attributes.val);
const texts = (elements: readonly ParsedElement[], tag: string) =>
  elements.filter((it) => it.name === tag).map((it) => it.text);

const cell = (text: string): SlideCell => ({ text, fill: null, ink: '#1a1a1a', hatched: false });
const aTable = { kind: 'table', title: 'a', description: 'a' } as const;

describe('a file of slides', () => {
  it('has a slide and its notes for each slide, in order, and a chart and its workbook for each chart', () => {
    const slides = file.paths.filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
    expect(slides).toHaveLength(4);
    expect(file.paths.filter((path) => /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(path))).toHaveLength(4);
    expect(charts).toHaveLength(5);
    expect(file.paths.filter((path) => path.endsWith('.xlsx'))).toHaveLength(5);
    const ids = file.part('ppt/presentation.xml').filter((it) => it.name === 'p:sldId');
    expect(ids.map((it) => it.attributes['r:id'])).toEqual([1, 2, 3, 4].map((n) => `rIdSlide${n}`));
  });

  it.each(charts)('%s declares each axis that it names, and names each that it declares', (path) => {
    const elements = file.part(path);
    const declared: (string | undefined)[] = [];
    const named: (string | undefined)[] = [];
    let inAxis = false;
    for (const { name, attributes } of elements) {
      if (/^c:(bar|line)Chart$/.test(name)) inAxis = false;
      if (/^c:(cat|val)Ax$/.test(name)) inAxis = true;
      if (name === 'c:axId') (inAxis ? declared : named).push(attributes.val);
    }
    expect(declared).toHaveLength(2);
    expect([...new Set(named)].sort()).toEqual([...declared].sort());
    expect([...values(elements, 'c:crossAx')].sort()).toEqual([...declared].sort());
    expect(new Set(values(elements, 'c:idx')).size).toBeGreaterThan(1);
  });

  it('has the numbers of the charts in their sheets, and what has no number in neither', () => {
    const cells = sheetCells(file.files['ppt/embeddings/workbook1.xlsx'] as Uint8Array);
    expect(cells.get('A1')).toBeUndefined();
    expect(['A2', 'B2', 'C2', 'D2', 'E2'].map((at) => cells.get(at))).toEqual([
      name,
      undefined,
      15,
      15,
      name,
    ]);
    expect(['B3', 'C3'].map((at) => cells.get(at))).toEqual([30, 20]);
    expect(['B6', 'C6', 'D6', 'E6'].map((at) => cells.get(at))).toEqual([undefined, undefined, 0, '?']);
    for (const path of charts) {
      const elements = file.part(path);
      const number = /(\d+)\.xml$/.exec(path)?.[1];
      const sheet = sheetCells(file.files[`ppt/embeddings/workbook${number}.xlsx`] as Uint8Array);
      expect(cached(elements)).toEqual(cached(elements).map(([at]) => [at, sheet.get(at as string)]));
      expect(cached(elements).length).toBeGreaterThan(7);
    }
  });

  it('draws the most hatched and behind, the least solid over it, and says each number as it is stated', () => {
    const chart = file.part('ppt/charts/chart1.xml');
    expect(values(chart, 'c:grouping')).toEqual(['clustered']);
    expect(values(chart, 'c:overlap')).toEqual(['100']);
    expect(chart.filter((it) => it.name === 'a:pattFill')).toHaveLength(1);
    const said = texts(chart, 'a:t');
    for (const label of ['≈ 15', '  +1', '20–30', '≥ 25', '0–12', '+2']) expect(said).toContain(label);
    expect(values(chart, 'c:dLblPos').every((it) => it === 'outEnd')).toBe(true);
    const stacked = file.part('ppt/charts/chart3.xml');
    expect(values(stacked, 'c:grouping')).toEqual(['stacked', 'standard']);
    expect(texts(stacked, 'a:t')).toContain('12–15');
    expect(values(stacked, 'c:dLblPos').every((it) => it === 't')).toBe(true);
  });

  it('has an edge around a part so light that it would be a hole in its column, and none of the others', () => {
    const areas = file
      .part('ppt/charts/chart3.xml')
      .filter(({ name }) => /^(c:spPr|a:ln|a:srgbClr)$/.test(name));
    const colours = areas.flatMap(({ name }, i) => {
      const [fill, line, edge] = areas.slice(i + 1, i + 4);
      return name === 'c:spPr' && line?.name === 'a:ln' ? [[fill, edge].map((it) => it?.attributes.val)] : [];
    });
    expect(colours.slice(0, 2)).toEqual([
      ['12436D', '12436D'],
      ['E8E8E8', '595959'],
    ]);
  });

  it('hatches the cells that nobody watched', () => {
    const slide = file.part('ppt/slides/slide3.xml');
    expect(slide.filter((it) => it.name === 'a:pattFill')).toHaveLength(5);
  });

  it('names as many of many columns as can be read, and every bar', () => {
    const days = Array.from({ length: 34 }, (_, i) => `${i + 1} мая`);
    const none = days.map(() => null);
    const many = (kind: 'bar' | 'column'): SlideChart => ({
      ...{ ...bars('a'), kind, categories: days, series: [], columns: [] },
      labels: { name: 'a', at: days.map(() => 0), texts: none },
    });
    const made = readOffice(
      renderer.pptx({ ...deck, slides: [slideOf('a', [many('bar'), many('column')])] }),
    );
    const skips = ['chart1', 'chart2'].map((it) =>
      values(made.part(`ppt/charts/${it}.xml`), 'c:tickLblSkip'),
    );
    expect(skips).toEqual([['1'], ['6']]);
  });

  it('cuts a name that would take the place of its bar or its table, and keeps it whole in the sheet', () => {
    const long = `Ұзын-Қарағанды-${'Өскемен'.repeat(9)}`;
    const table: SlideTable = {
      ...aTable,
      rows: [[cell('')], [cell(long)], [cell('Алматы')]].map((row) => [...row, cell('1')]),
    };
    const chart = { ...bars('Алматы'), categories: ['Алматы', long, '😀'.repeat(80), 'c', 'd'] };
    const made = readOffice(renderer.pptx({ ...deck, slides: [slideOf('a', [chart, table])] }));
    const [, , drawn = '', faces = ''] = texts(made.part('ppt/charts/chart1.xml'), 'c:v');
    expect(drawn).toMatch(/^Ұзын-Қарағанды-.*…$/u);
    expect(drawn.length).toBeLessThan(long.length);
    expect(faces).toMatch(/^😀{3,}…$/u);
    const cells = sheetCells(made.files['ppt/embeddings/workbook1.xlsx'] as Uint8Array);
    expect(['A2', 'F2', 'A3', 'F3'].map((at) => cells.get(at))).toEqual(['Алматы', 'Алматы', drawn, long]);
    const inTable = texts(made.part('ppt/slides/slide1.xml'), 'a:t').filter((it) => it.startsWith('Ұзын'));
    expect(inTable).toHaveLength(1);
    expect(inTable[0]).toMatch(/…$/);
  });

  it('says on each slide what it is, who says so, that it is synthetic, and the way back', () => {
    const slide = file.part('ppt/slides/slide2.xml');
    const said = texts(slide, 'a:t');
    const { source, notes, permalink } = slideOf(name, []);
    for (const text of [name, 'Ещё одно предложение.', ...source, ...notes, permalink])
      expect(said).toContain(text);
    expect(slide.filter((it) => it.name === 'p:ph').map((it) => it.attributes.type)).toEqual(['title']);
    const frames = slide.filter((it) => it.attributes.descr !== undefined);
    expect(frames.map((it) => it.attributes.descr)).toEqual([name, name, name, 'б']);
    const link = file.part('ppt/slides/_rels/slide2.xml.rels').find((it) => it.attributes.Id === 'rIdLink');
    expect(link?.attributes.Target).toBe(permalink);
    const ids = slide.filter((it) => it.name === 'p:cNvPr').map((it) => it.attributes.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no letters that are smaller than 14 points, in charts, tables, notes and masters', () => {
    const sizes = [...file.texts].flatMap(([path, xml]) =>
      [...xml.matchAll(/<a:\w*(?:rPr|RPr)\b[^>]* sz="(\d+)"/gi)].map(
        ([, size]) => [path, Number(size)] as const,
      ),
    );
    expect(sizes.filter(([, size]) => size < 1400)).toEqual([]);
    for (const part of ['slides/', 'charts/', 'notesSlides/', 'slideMasters/', 'notesMasters/'])
      expect(sizes.some(([path]) => path.startsWith(`ppt/${part}`))).toBe(true);
  });

  it('has a picture in its proportions, with its text, and a type for its bytes', () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
    const picture = {
      kind: 'picture',
      title: 'a',
      description: 'ә & <b>',
      png,
      width: 300,
      height: 100,
    } as const;
    const made = readOffice(renderer.pptx({ ...deck, slides: [slideOf('a', [picture])] }));
    expect(made.files['ppt/media/image1.png']).toEqual(png);
    const slide = made.part('ppt/slides/slide1.xml');
    expect(slide.find((it) => it.attributes.descr !== undefined)?.attributes.descr).toBe('ә & <b>');
    const [, width, height] =
      /<p:pic>.*?<a:ext cx="(\d+)" cy="(\d+)"/.exec(made.texts.get('ppt/slides/slide1.xml') ?? '') ?? [];
    expect(Number(width) / Number(height)).toBeCloseTo(3, 3);
    expect(made.texts.get('[Content_Types].xml')).toContain('Extension="png" ContentType="image/png"');
    expect(file.texts.get('[Content_Types].xml')).not.toContain('png');
  });

  it('gives bars of a slide one length for one number, however long the names beside them are', () => {
    const long = { ...bars('a'), categories: bars('a').categories.map((it) => `${it} on the Upper Canal`) };
    const { part } = readOffice(renderer.pptx({ ...deck, slides: [slideOf('a', [bars('a'), long])] }));
    const layouts = [1, 2].map((n) => {
      const elements = part(`ppt/charts/chart${n}.xml`);
      const at = (tag: string) => Number(values(elements, tag)[0]);
      return { x: at('c:x'), width: at('c:w'), end: values(elements, 'c:max')[0] };
    });
    expect(layouts[0]).toEqual(layouts[1]);
    expect((layouts[0]?.x ?? 0) + (layouts[0]?.width ?? 0)).toBeLessThanOrEqual(1);
    expect(layouts[0]?.width).toBeGreaterThan(0.55);
  });

  it('sets a number alone larger than all else on its slide, in one line', () => {
    const number = { kind: 'number', number: '≥ ≈ 1,234', isWords: false, under: ['+ 2', 'Алматы'] } as const;
    const read = readOffice(
      renderer.pptx({
        ...deck,
        slides: [slideOf('a', [number, { ...number, number: '2 reports', isWords: true }])],
      }),
    );
    const runs = read.part('ppt/slides/slide1.xml');
    const sizes = runs.filter((it) => it.name === 'a:rPr').map((it) => Number(it.attributes.sz) / 100);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(54);
    expect(texts(runs, 'a:t')).toEqual(expect.arrayContaining(['≥ ≈ 1,234', '2 reports', '+ 2', 'Алматы']));
    expect(read.paths.filter((path) => path.startsWith('ppt/charts/'))).toEqual([]);
  });

  it('keeps the quotations for the speaker', () => {
    expect(texts(file.part('ppt/notesSlides/notesSlide1.xml'), 'a:t')).toEqual(slideOf(name, []).speaker);
    expect(texts(file.part('ppt/slides/slide1.xml'), 'a:t').join()).not.toContain('После митинга');
  });

  it('puts no panel over another, nor out of the slide', () => {
    const boxes = [
      ...(file.texts.get('ppt/slides/slide2.xml') ?? '').matchAll(
        /<p:xfrm><a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g,
      ),
    ].map(([, ...numbers]) => numbers.map(Number));
    expect(boxes).toHaveLength(4);
    for (const [x = 0, y = 0, width = 0, height = 0] of boxes) {
      expect(x + width).toBeLessThanOrEqual(12_192_000);
      expect(y + height).toBeLessThan(6_858_000);
      expect(height).toBeGreaterThan(600_000);
    }
    const overlaps = boxes.flatMap(([x = 0, y = 0, w = 0, h = 0], i) =>
      boxes
        .slice(i + 1)
        .filter(([a = 0, b = 0, c = 0, d = 0]) => x < a + c && a < x + w && y < b + d && b < y + h),
    );
    expect(overlaps).toEqual([]);
  });

  it('is the same bytes again, and knows no time and nobody', () => {
    const again = createRenderer().pptx(deckOf(name));
    expect(Buffer.from(renderer.pptx(deck)).equals(again)).toBe(true);
    const all = [...file.texts.values()].join('\n');
    expect(all).not.toMatch(/dcterms|<dc:creator|lastModifiedBy|<a:fld|vbaProject/);
  });

  it('throws on what is no deck', () => {
    expect(() => renderer.pptx({ ...deck, slides: [] })).toThrow('a presentation without slides');
    const short = { ...bars('a'), categories: ['a'] };
    expect(() => renderer.pptx({ ...deck, slides: [slideOf('a', [short])] })).toThrow(
      '5 values of 1 categories: a',
    );
    const endless = {
      ...stackedColumns('a'),
      labels: { ...stackedColumns('a').labels, at: [1, Number.POSITIVE_INFINITY, 2] },
    };
    expect(() => renderer.pptx({ ...deck, slides: [slideOf('a', [endless])] })).toThrow(
      'unknown number on a slide: Infinity',
    );
  });
});

/** Each number that a chart has of its sheet, by the cell that it is from. */
function cached(elements: readonly ParsedElement[]): [cell: string, value: number][] {
  const numbers: [string, number][] = [];
  let [column, row, inNumbers] = ['', 0, false];
  for (const { name, attributes, text } of elements) {
    if (name === 'c:f') column = /!\$(\w+)\$/.exec(text)?.[1] ?? '';
    if (name === 'c:numCache') inNumbers = true;
    if (name === 'c:strCache') inNumbers = false;
    if (name === 'c:pt') row = Number(attributes.idx) + 2;
    if (name === 'c:v' && inNumbers) numbers.push([`${column}${row}`, Number(text)]);
  }
  return numbers;
}

describe('a hostile name on a slide', () => {
  const ofEveryObject = Reflect.ownKeys(Object.prototype);

  it.each(hostileNames.map((hostile) => [JSON.stringify(hostile).slice(0, 40), hostile]))(
    'is text: %s',
    (_, hostile) => {
      const { files, texts: parts } = readOffice(renderer.pptx(deckOf(hostile)));
      expect(Reflect.ownKeys(Object.prototype)).toEqual(ofEveryObject);
      const sheet = Object.keys(files).filter((path) => path.endsWith('.xlsx'));
      for (const path of sheet) {
        const { texts: inside } = readOffice(files[path] as Uint8Array);
        expect([...inside.values()].join('')).not.toContain('<f>');
      }
      expect(
        [...parts.keys()].filter((path) => !/^(\[Content_Types\]|_rels|docProps|ppt)/.test(path)),
      ).toEqual([]);
    },
  );
});
