import { describe, expect, it } from 'vitest';
import { mark, type Passage, passagesOf, statedTogether } from '../../src/views/passages.ts';
import { record } from '../record.ts';

const text = 'A title\n\nTen people were detained and three fined.\nThey were released.\n \n\nThe end.';
const passage = (id: string, quote: string): Passage => {
  const start = text.indexOf(quote);
  return { record: id, start, end: start + quote.length };
};
const plain = (passages: Passage[]) =>
  mark(text, passages).map(({ segments }) => segments.map((it) => [it.text, it.records.join('+')]));

describe('mark', () => {
  it('gives the paragraphs of a text without passages', () => {
    expect(plain([])).toEqual([
      [['A title', '']],
      [['Ten people were detained and three fined.\nThey were released.', '']],
      [['The end.', '']],
    ]);
  });

  it('cuts a paragraph where a passage begins and ends, and marks exactly the quotation', () => {
    expect(plain([passage('a', 'three fined')])[1]).toEqual([
      ['Ten people were detained and ', ''],
      ['three fined', 'a'],
      ['.\nThey were released.', ''],
    ]);
  });

  it('marks where passages overlap with both of them', () => {
    const passages = [
      passage('a', 'Ten people were detained and three'),
      passage('b', 'detained and three fined'),
    ];
    expect(plain(passages)[1]?.slice(0, 3)).toEqual([
      ['Ten people were ', 'a'],
      ['detained and three', 'a+b'],
      [' fined', 'b'],
    ]);
  });

  it('names a record once that states the same passage twice, and every record of one passage', () => {
    const twice = [passage('a', 'The end.'), passage('a', 'The end.'), passage('b', 'The end.')];
    expect(plain(twice)[2]).toEqual([['The end.', 'a+b']]);
  });

  it('marks a passage that reaches over paragraphs in each of them', () => {
    const over = { record: 'a', start: text.indexOf('released'), end: text.length };
    expect(
      plain([over])
        .flat()
        .filter(([, records]) => records === 'a'),
    ).toEqual([
      ['released.', 'a'],
      ['The end.', 'a'],
    ]);
  });

  it('marks nothing for a passage that is empty or outside of the text', () => {
    const nowhere = [
      { record: 'a', start: 3, end: 3 },
      { record: 'a', start: 900, end: 950 },
    ];
    expect(
      plain(nowhere)
        .flat()
        .filter(([, records]) => records !== ''),
    ).toEqual([]);
  });

  it('loses no letter of the text, wherever it is cut', () => {
    const passages = [
      passage('a', 'Ten people were detained'),
      passage('b', 'were detained and'),
      passage('c', 'end'),
    ];
    const joined = mark(text, passages).map(({ segments }) => segments.map((it) => it.text).join(''));
    expect(joined).toEqual(text.split(/\n\s*\n/));
    for (const { segments } of mark(text, passages))
      for (const segment of segments)
        expect(text.slice(segment.start, segment.start + segment.text.length)).toBe(segment.text);
  });

  it('knows no paragraph in an empty text', () => {
    expect(mark('', [])).toEqual([]);
    expect(mark(' \n\n ', [])).toEqual([]);
  });
});

describe('passagesOf', () => {
  it('leaves out other sources and what is withheld', () => {
    const evidence = {
      kind: 'quotation' as const,
      quote: 'x',
      stated: null,
      prefix: null,
      suffix: null,
      start: 1,
      end: 2,
    };
    const records = [
      record({ id: 'a', evidence: [{ ...evidence, source: 's' }] }),
      record({ id: 'b', evidence: [{ ...evidence, source: 'other' }] }),
      record({ id: 'c', evidence: [{ ...evidence, source: 's', quote: null, start: null, end: null }] }),
    ];
    expect(passagesOf(records, 's')).toEqual([{ record: 'a', start: 1, end: 2 }]);
  });
});

describe('statedTogether', () => {
  const detained = passage('detained', 'Ten people were detained and three fined.');
  const fined = passage('fined', 'three fined');
  const released = passage('released', 'They were released.');

  it('has the records whose words overlap those of one, itself among them', () => {
    const all = [detained, fined, released];
    expect([...statedTogether(all, 'fined')]).toEqual(['detained', 'fined']);
    expect([...statedTogether(all, 'detained')]).toEqual(['detained', 'fined']);
    expect([...statedTogether(all, 'released')]).toEqual(['released']);
  });

  it('looks at every passage of a record that has several', () => {
    const again = { ...released, record: 'detained' };
    expect([...statedTogether([detained, released, again], 'detained')]).toEqual(['detained', 'released']);
  });

  it('is empty without a record, and for one that the text does not state', () => {
    expect(statedTogether([detained], null).size).toBe(0);
    expect(statedTogether([detained], 'elsewhere').size).toBe(0);
  });
});
