import { describe, expect, it } from 'vitest';
import { commandOf, slideAfter } from '../../src/presenting/keys.ts';
import { moved } from '../../src/presenting/slides.ts';

const key = (code: string, more = {}) =>
  commandOf({ code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('commandOf', () => {
  it('reads keys by where they are, so that Q is Q on a Russian keyboard too', () => {
    expect(key('KeyQ')).toBe('quotations');
    expect(key('Space')).toBe('next');
    expect(key('Space', { shiftKey: true })).toBe('previous');
  });

  it('leaves the keys of the browser, unknown ones and names of objects alone', () => {
    expect(key('KeyF', { ctrlKey: true })).toBeNull();
    expect(key('ArrowLeft', { altKey: true })).toBeNull();
    expect(key('KeyX')).toBeNull();
    expect(key('constructor')).toBeNull();
  });
});

describe('slideAfter', () => {
  it('stays within the presentation', () => {
    expect(slideAfter('next', 2, 3)).toBe(2);
    expect(slideAfter('next', 0, 3)).toBe(1);
    expect(slideAfter('previous', 0, 3)).toBe(0);
    expect(slideAfter('first', 2, 3)).toBe(0);
    expect(slideAfter('last', 0, 3)).toBe(2);
    expect(slideAfter('notes', 1, 3)).toBeNull();
  });
});

describe('moved', () => {
  const slides = ['a', 'b', 'c'].map((query) => ({ query, title: '', notes: '' }));
  const order = (from: number, to: number) =>
    moved(slides, from, to)
      .map(({ query }) => query)
      .join('');

  it('moves one slide and keeps the order of the others', () => {
    expect([order(0, 1), order(0, 2), order(2, 0)]).toEqual(['bac', 'bca', 'cab']);
  });

  it('moves nothing out of the presentation', () => {
    expect([order(0, -1), order(2, 3), order(7, 0)]).toEqual(['abc', 'abc', 'abc']);
  });
});
