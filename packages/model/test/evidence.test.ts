import { describe, expect, it } from 'vitest';
import { citedCells, type Evidence, evidenceSchema, isQuoted, isWithheld, withheld } from '../src/index.ts';

const quotation: Evidence = {
  ...{ kind: 'quotation', source: 's', quote: 'ten people', stated: 'ten', prefix: null, suffix: null },
  ...{ start: 0, end: 10 },
};
const row = {
  ...{ kind: 'row' as const, source: 's', row: 3, columns: ['city'], stated: null },
  table: {
    header: ['day', 'city'],
    rows: [
      { row: 2, cells: ['1 May', 'Osh'] },
      { row: 3, cells: ['2 May', 'Osh'] },
    ],
  },
};
const link: Evidence = {
  ...{ kind: 'link', source: 's', url: 'https://news.example/1', accessed: '2026-11-29', archive: null },
};

describe('evidence', () => {
  it('of before it had a kind is a quotation', () => {
    const { kind: _kind, ...before } = quotation;
    expect(evidenceSchema.parse(before)).toEqual(quotation);
  });

  it('that is withheld says that it is there, and nothing else', () => {
    for (const it of [quotation, row, link]) {
      const left = withheld(it);
      expect([isWithheld(it), isWithheld(left)]).toEqual([false, true]);
      expect(evidenceSchema.parse(left)).toEqual(left);
      expect(Object.values(left).filter((value) => value !== null && String(value) !== '')).toEqual([
        it.kind,
        's',
      ]);
    }
  });

  it('of links alone is not quoted', () => {
    expect([[quotation], [row], [link, row]].map((evidence) => isQuoted({ evidence }))).toEqual([
      true,
      true,
      true,
    ]);
    expect(isQuoted({ evidence: [link, link] })).toBe(false);
  });

  it('of a row is the cells that it names, or all of them', () => {
    expect(citedCells(row)).toEqual([{ column: 'city', text: 'Osh' }]);
    expect(citedCells({ ...row, columns: [] }).map(({ text }) => text)).toEqual(['2 May', 'Osh']);
    expect(citedCells({ ...row, table: null })).toEqual([]);
  });
});
