import { readFileSync } from 'node:fs';
import { languages } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { pageTexts } from '../src/index.ts';

const inEach = await pageTexts();

const codebook = readFileSync(new URL('../../dataset/CODEBOOK.md', import.meta.url), 'utf8');

/** The numbered rules of the codebook, each on one line. */
const rules = (codebook.split('\n## Rules\n')[1]?.split('\n\nEvery record')[0] ?? '')
  .trim()
  .split(/\n(?=\d+\. )/)
  .map((rule) => rule.replace(/\s+/g, ' ').trim());

function texts(value: unknown, path: string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, [...path, key]));
}

const others = languages.filter((language) => language !== 'en');
const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');
const codes = (text: string) => (text.match(/`[^`]+`/g) ?? []).sort();
const english = new Map(texts(inEach.en));

describe('the rules of the codebook', () => {
  it('are, in English, those of the dataset, word for word and number for number', () => {
    expect(rules.length).toBe(13);
    expect(inEach.en.rules.map((rule, i) => `${i + 1}. ${rule}`)).toEqual(rules);
  });

  it.each(others)('are all there in %s, and name the same columns and values', (language) => {
    const own = inEach[language].rules;
    expect(own).toHaveLength(rules.length);
    for (const [i, rule] of own.entries())
      expect(new Set(codes(rule)), `rule ${i + 1}`).toEqual(new Set(codes(inEach.en.rules[i] ?? '')));
  });

  it.each(languages)('close every mark that they open, in %s', (language) => {
    for (const rule of inEach[language].rules) {
      expect(rule.split('**').length % 2).toBe(1);
      expect(rule.split('`').length % 2).toBe(1);
    }
  });
});

describe('the texts of pages', () => {
  it.each(others)('leave nothing empty or in English in %s', (language) => {
    const own = texts(inEach[language]);
    expect(own.filter(([path, text]) => text.trim() === '' || english.get(path) === text)).toEqual([]);
  });

  it.each(others)('have the placeholders of English in %s', (language) => {
    const other = texts(inEach[language]).filter(([path, text]) => {
      const model = english.get(path);
      return model !== undefined && holes(model) !== holes(text);
    });
    expect(other).toEqual([]);
  });
});
