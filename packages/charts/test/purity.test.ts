import { expect, it } from 'vitest';
import { draw } from '../src/index.ts';
import { examples } from './fixtures/examples.ts';
import { svgOf } from './svg.ts';

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

/** An option with its functions as their text. */
function textOf(option: unknown): string {
  return JSON.stringify(option, (_, value) => (typeof value === 'function' ? String(value) : value));
}

it.each(examples.map((example) => [example.name, example] as const))(
  '%s: the same input, the same drawing',
  (_, example) => {
    const counts = freeze(structuredClone(example.counts));
    const { words, places, ...rest } = example.context;
    const context = { words: freeze(words), places, ...freeze(structuredClone(rest)) };
    const first = draw(example.chart, counts, context);
    const second = draw(example.chart, counts, context);
    expect(textOf(second.option)).toBe(textOf(first.option));
    expect(second.description).toBe(first.description);
    expect(second.marks).toEqual(first.marks);
    expect(svgOf(example.chart, counts, context)).toBe(svgOf(example.chart, counts, context));
  },
);
