import { describe, expect, test } from 'vitest';
import {
  cellColumns,
  createCells,
  createVocabulary,
  decodeCells,
  encodeCells,
  measureIds,
  NO_DAY,
  OPEN_END,
  OPEN_START,
  usualVocabulary,
} from '../src/index.ts';

interface Header {
  places: string[];
  measures: (string | null)[];
  columns?: string[];
  rows: number;
}

/** The bytes of a file with another header, its columns as they are. */
function withHeader(bytes: Uint8Array, change: (header: Header) => object): Uint8Array {
  const length = new DataView(bytes.buffer).getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + length))) as Header;
  const text = new TextEncoder().encode(JSON.stringify(change(header)));
  const align = (n: number) => Math.ceil(n / 8) * 8;
  const columns = bytes.subarray(align(12 + length));
  const start = align(12 + text.length);
  const written = new Uint8Array(start + columns.length);
  written.set(bytes.subarray(0, 8));
  new DataView(written.buffer).setUint32(8, text.length, true);
  written.set(text, 12);
  written.set(columns, start);
  return written;
}

function example() {
  const cells = createCells(['osh'], 3, usualVocabulary);
  for (const [i, name] of cellColumns.entries())
    if (name !== 'day' && name !== 'combination') cells[name].set([i, i + 1, i + 2]);
  cells.measure.set([0, 1, 2]);
  cells.numbered.set([1, 1, 1]);
  cells.day.set([15_458, NO_DAY, NO_DAY]);
  return cells;
}

describe('a file of cells', () => {
  test('begins with its letters, and has columns of numbers of fixed length', () => {
    const bytes = encodeCells(example());
    expect(new TextDecoder().decode(bytes.subarray(0, 8))).toBe('A21CELLS');
    expect(bytes.length % 8).toBe(0);
    const { place, measure, from, low, records } = decodeCells(bytes, usualVocabulary);
    expect([place, measure, from, low, records].map((it) => it.BYTES_PER_ELEMENT)).toEqual([4, 1, 4, 8, 4]);
  });

  test('holds the sources of each row, and none where it was written before they were told', () => {
    const sources = {
      ids: ['kibhr', 'nhc'],
      starts: Uint32Array.of(0, 1, 1, 3),
      source: Uint32Array.of(1, 0, 1),
    };
    const bytes = encodeCells({ ...example(), sources });
    expect(decodeCells(bytes, usualVocabulary)).toEqual({ ...example(), sources });
    expect(decodeCells(encodeCells(example()), usualVocabulary).sources).toBeNull();
    const cut = bytes.slice(0, bytes.length - 8);
    expect(() => decodeCells(cut, usualVocabulary)).toThrow('cells are cut short in column source');
  });

  test('without rows is one, too', () => {
    const none = createCells([], 0, usualVocabulary);
    expect(decodeCells(encodeCells(none), usualVocabulary)).toEqual(none);
  });

  test('holds the extremes of its numbers', () => {
    const cells = createCells(['osh'], 1, usualVocabulary);
    cells.from[0] = OPEN_START;
    cells.to[0] = OPEN_END;
    cells.high[0] = 2 ** 52;
    cells.records[0] = 2 ** 32 - 1;
    expect(decodeCells(encodeCells(cells), usualVocabulary)).toEqual(cells);
  });

  test('with a column that nobody knows is refused by its name', () => {
    const bytes = withHeader(encodeCells(example()), (header) => ({
      ...header,
      columns: ['place', 'colour', 'x'],
    }));
    expect(() => decodeCells(bytes, usualVocabulary)).toThrow('unknown column in cells: colour, x');
  });

  test('with a measure that nobody knows is refused by its name', () => {
    const bytes = withHeader(encodeCells(example()), (it) => ({
      ...it,
      measures: ['tortures', 'y', 'fines'],
    }));
    expect(() => decodeCells(bytes, usualVocabulary)).toThrow(
      /^unknown measure in cells: tortures, y \(known: \w+, /,
    );
  });

  test('of before a measure existed does not count it', () => {
    const bytes = withHeader(encodeCells(example()), (header) => ({
      ...header,
      measures: header.measures.map((id, i) => (i === 0 ? null : id)),
    }));
    const { measures, measure } = decodeCells(bytes, usualVocabulary);
    expect(measures).toEqual(measureIds.slice(1));
    expect([...measure]).toEqual([0, 1, 2]);
    const fewer = withHeader(encodeCells(example()), (it) => ({ ...it, measures: it.measures.slice(0, 3) }));
    expect(decodeCells(fewer, usualVocabulary).measures).toEqual(measureIds.slice(0, 3));
  });

  test('that was written with its measures in another order is renumbered', () => {
    const [a = '', b = '', c = ''] = measureIds;
    const bytes = withHeader(encodeCells(example()), (it) => ({ ...it, measures: [c, a, b] }));
    expect([...decodeCells(bytes, usualVocabulary).measure]).toEqual([2, 0, 1]);
  });

  test('keeps which measures were not counted', () => {
    const cells = { ...example(), measures: measureIds.slice(1) };
    expect(decodeCells(encodeCells(cells), usualVocabulary).measures).toEqual(measureIds.slice(1));
  });

  test('of before there were days of assemblies and numbers of statements has what can be told of them', () => {
    const later = ['day', 'numbered', 'combination'];
    const cells = createCells(['osh'], 5, usualVocabulary);
    cells.low.set([0, 1, 0, 0, 0]);
    cells.high.set([0, 0, 1, 0, 0]);
    cells.open.set([0, 0, 0, 1, 0]);
    cells.unnumbered.set([1, 1, 1, 1, 0]);
    const columns = cellColumns.filter((name) => !later.includes(name));
    const align = (n: number) => Math.ceil(n / 8) * 8;
    const text = new TextEncoder().encode(JSON.stringify({ places: ['osh'], measures: measureIds, rows: 5 }));
    const parts = columns.map((name) => new Uint8Array(cells[name].buffer));
    const start = align(12 + text.length);
    const bytes = new Uint8Array(parts.reduce((end, part) => align(end + part.length), start));
    bytes.set(new TextEncoder().encode('A21CELLS'));
    new DataView(bytes.buffer).setUint32(8, text.length, true);
    bytes.set(text, 12);
    let offset = start;
    for (const part of parts) {
      bytes.set(part, offset);
      offset = align(offset + part.length);
    }
    const read = decodeCells(bytes, usualVocabulary);
    expect([...read.numbered]).toEqual([0, 1, 1, 1, 1]);
    expect([...read.day]).toEqual([NO_DAY, NO_DAY, NO_DAY, NO_DAY, NO_DAY]);
    expect([...read.unnumbered]).toEqual([1, 1, 1, 1, 0]);
  });

  test('has combinations where the dataset has attributes, and none where it has not', () => {
    const value = { id: 'labour', label_en: 'Labour' };
    const attributes = [{ id: 'topic', label_en: 'Topic', definition_en: 'As stated.', values: [value] }];
    const own = createVocabulary({ kinds: [], measures: [], attributes });
    const combination = Float64Array.of(1, 0, 1);
    const written = encodeCells({ ...example(), vocabulary: own, combination });
    expect([...decodeCells(written, own).combination]).toEqual([1, 0, 1]);
    const header = new TextDecoder().decode(encodeCells(example()).subarray(0, 400));
    expect(header).not.toContain('combination');
  });

  test('cut short names the column that is not whole', () => {
    const bytes = encodeCells(example());
    expect(() => decodeCells(bytes.slice(0, bytes.length - 8), usualVocabulary)).toThrow(
      'cells are cut short in column records',
    );
    expect(() => decodeCells(bytes.slice(0, 8), usualVocabulary)).toThrow();
    expect(() => decodeCells(new TextEncoder().encode('B21CELLS'), usualVocabulary)).toThrow(
      'not a file of cells',
    );
  });
});
