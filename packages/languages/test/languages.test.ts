import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languageFolder, languages } from '../src/index.ts';

it('offers each folder under its own name, English first', () => {
  const src = new URL('../src', import.meta.url);
  const folders = readdirSync(src, { withFileTypes: true }).filter((it) => it.isDirectory());
  expect([...languages].sort()).toEqual(folders.map(({ name }) => name).sort());
  expect(languages[0]).toBe('en');
});

it('finds the words of a language by its code, and says which codes there are', () => {
  for (const language of languages) expect(languageFolder(language).code).toBe(language);
  const unknown = () => languageFolder('tlh' as 'en');
  expect(unknown).toThrow('unknown language: tlh (known: en, ru, kk)');
});
