import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { untold, untoldPatterns } from '../browser/untold.ts';

const spec = (name: string) => new URL(`../browser/${name}`, import.meta.url);

it('what is not told of a mirror stands in the specs, once each, with a reason', () => {
  const named = untold.flatMap(({ because, specs }) => {
    expect(because.length).toBeGreaterThan(20);
    return Object.entries(specs);
  });
  for (const [file, titles] of named) {
    expect(existsSync(spec(file)), file).toBe(true);
    const text = titles.length === 0 ? '' : readFileSync(spec(file), 'utf8');
    for (const title of titles) expect(text.split(title), `${file}: ${title}`).toHaveLength(2);
  }
  const all = named.flatMap(([file, titles]) => titles.map((title) => `${file} ${title}`));
  expect(new Set(all).size).toBe(all.length);
});

it('a title that is written for several tests leaves out all of them, and no other', () => {
  const isUntold = (title: string) => untoldPatterns().some((pattern) => pattern.test(title));
  expect(
    isUntold('mirror about.spec.ts a page /data of an older version says so, and leads to the current one'),
  ).toBe(true);
  expect(isUntold('mirror embed/weight.spec.ts an embed is light')).toBe(true);
  expect(isUntold('mirror test/browser/start.spec.ts npm start publishes once')).toBe(true);
  expect(isUntold('mirror about.spec.ts a citation names the version and leads to it')).toBe(false);
  expect(isUntold('mirror mirror/first.spec.ts without scripts every page')).toBe(false);
});
