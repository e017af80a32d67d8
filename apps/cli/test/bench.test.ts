import * as cube from '@article21/cube';
import type { Counts } from '@article21/model';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as clock from '../src/bench/clock.ts';
import { exits } from '../src/command.ts';
import { article21 } from './terminal.ts';

/** What is done to every answer of the cube before the bench sees it. */
let tamper: (counts: Counts) => unknown = () => {};

/** How long it takes is not what is tested: everything is done three times. */
const thrice = { least: 3, most: 3, ms: 0 };

beforeAll(() => {
  const { rollUp } = cube;
  const { time, timeAsync } = clock;
  const spies = [
    vi.spyOn(cube, 'rollUp').mockImplementation((...asked) => {
      const counts = rollUp(...asked);
      tamper(counts);
      return counts;
    }),
    vi.spyOn(clock, 'time').mockImplementation((work) => time(work, thrice)),
    vi.spyOn(clock, 'timeAsync').mockImplementation((work) => timeAsync(work, thrice)),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
});

afterEach(() => {
  tamper = () => {};
});

const small = ['bench', '--records', '20000', '--places', '20'];
const json = async () => {
  const { exit, stdout } = await article21([...small, '--json']);
  return { exit, lines: JSON.parse(stdout) as { question: string; equal: boolean }[] };
};

describe('bench', () => {
  it('answers one JSON array, in which the cube and DuckDB agree', async () => {
    const { exit, lines } = await json();
    expect(exit).toBe(exits.done);
    expect(lines.map(({ question, equal }) => [question, equal])).toEqual([
      ['totals', true],
      ['days', true],
      ['grid', true],
    ]);
    for (const line of lines)
      expect(line).toEqual({
        question: expect.any(String),
        records: 20_000,
        places: 20,
        cube_ms: expect.any(Number),
        cube_p99_ms: expect.any(Number),
        duckdb_ms: expect.any(Number),
        ratio: expect.any(Number),
        equal: true,
      });
  });

  it.each<[string, (counts: Counts) => unknown, string[]]>([
    [
      'a number is wrong',
      ({ totals }) => Object.assign(totals[0] ?? {}, { low: -1 }),
      ['totals', 'days', 'grid'],
    ],
    ['a row is missing', ({ rows }) => rows.pop(), ['days', 'grid']],
    ['what is undated is left out', ({ undated }) => undated.splice(0), ['totals', 'days', 'grid']],
  ])('ends with an error when %s', async (_, wrong, questions) => {
    tamper = wrong;
    const { exit, lines } = await json();
    expect(exit).toBe(exits.failed);
    expect(lines.filter(({ equal }) => !equal).map(({ question }) => question)).toEqual(questions);
  });

  it('prints a table that names the cores and says that the records are synthetic', async () => {
    const { stdout } = await article21(small);
    expect(stdout).toMatch(/^Synthetic records; \d+ cores? \(/);
    expect(stdout).toMatch(/^grid +20,000 +20 .* yes$/m);
  });

  it.each([
    ['--records', 'ten'],
    ['--records', '10000,'],
    ['--places', '19'],
    ['--places', '99999'],
  ])('refuses %s %s', async (option, value) => {
    const { exit, stderr } = await article21(['bench', option, value]);
    expect([exit, stderr]).toEqual([exits.usage, expect.stringContaining(`${option} takes whole numbers`)]);
  });
});
