import { describe, expect, it } from 'vitest';
import { printShow, readShow, type ShownView } from '../../src/query/show.ts';

const link = (given: unknown) => Buffer.from(JSON.stringify(given)).toString('base64url');

describe('printShow and readShow', () => {
  const slides: ShownView[] = [
    { query: 'measure=detentions&place=almaty&by=place', title: '', notes: '' },
    { query: 'measure=fines', title: 'Что это стоило', notes: '' },
    { query: '', title: '', notes: 'Айыппұлдар: ұ, қ, ғ, ң, ө, ү, һ, і 🕊\n<script>' },
  ];

  it('read back what they print, in letters that an address needs not escape', () => {
    const text = printShow(slides) ?? '';
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(readShow(text)).toEqual({ slides });
  });

  it('say nothing for a presentation without slides', () => {
    expect(printShow([])).toBe('');
    expect(readShow(null)).toEqual({ slides: [] });
    expect(readShow('')).toEqual({ slides: [] });
  });

  it('refuse what would be too long for a link', () => {
    const long = Array.from({ length: 8 }, () => ({ query: '', title: '', notes: 'а'.repeat(1000) }));
    expect(printShow(long)).toBeNull();
    expect(readShow('A'.repeat(7001))).toEqual({ fault: 'link' });
  });

  it.each([
    ['is cut off', (printShow(slides) ?? '').slice(0, 50)],
    ['is no base64', '%%%'],
    ['is no UTF-8', Buffer.from([0x22, 0xff, 0x22]).toString('base64url')],
    ['is no JSON', Buffer.from('hello').toString('base64url')],
    ['is no list', link({ slides: [] })],
    ['has a row that is no list', link(['measure=fines'])],
    ['has an empty row', link([[]])],
    ['has a row that is too long', link([['', '', '', '']])],
  ])('find that a link %s', (_, text) => {
    expect(readShow(text)).toEqual({ fault: 'link' });
  });

  it('find that a slide is not made of bounded texts', () => {
    expect(readShow(link([[7]]))).toEqual({ fault: 'shape' });
    expect(readShow(link([['', { toString: 'x' }]]))).toEqual({ fault: 'shape' });
    expect(readShow(link([['', 'a'.repeat(201)]]))).toEqual({ fault: 'shape' });
    expect(readShow(link(Array.from({ length: 41 }, () => [''])))).toEqual({ fault: 'many' });
  });
});
