import { languages } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { shareTexts } from '../src/index.ts';

const inEach = await shareTexts();

function texts(value: unknown, path: string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, [...path, key]));
}

const others = languages.filter((language) => language !== 'en');
const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');
const english = texts(inEach.en);
/** Names of file formats and the like are the same in all languages; phrases are not. */
const phrases = english.filter(([, text]) => text.includes(' ') && !text.includes('PPTX'));

describe('the texts of sharing', () => {
  it.each(others)('say everything in %s, with the same holes, and nothing twice', (language) => {
    const own = new Map(texts(inEach[language]));
    expect([...own.keys()]).toEqual(english.map(([key]) => key));
    for (const [key, text] of english) expect(holes(own.get(key) ?? ''), key).toBe(holes(text));
    expect(phrases.length).toBeGreaterThan(10);
    for (const [key, text] of phrases) expect(own.get(key), key).not.toBe(text);
  });
});
