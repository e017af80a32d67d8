import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { examples } from './fixtures/examples.ts';
import { svgOf } from './svg.ts';

const folder = new URL('./examples/', import.meta.url);

it.each(examples.map((example) => [example.name, example] as const))(
  '%s looks as before',
  (name, example) => {
    const file = new URL(`${name}.svg`, folder);
    const changed = new URL(`${name}-changed.svg`, folder);
    const svg = svgOf(example.chart, example.counts, example.context);
    const same = existsSync(file) && readFileSync(file, 'utf8') === svg;
    if (same) rmSync(changed, { force: true });
    else writeFileSync(changed, svg);
    expect(same, `look at examples/${name}-changed.svg; to accept it, rename it to ${name}.svg`).toBe(true);
  },
);

it('no two examples share a name', () => {
  expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
});
