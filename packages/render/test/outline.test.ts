import { expect, it } from 'vitest';
import { outlineOf, placed } from '../src/outline.ts';

const square = [
  { type: 'M', values: [10, 20] },
  { type: 'L', values: [30, 20] },
  { type: 'L', values: [30, 40] },
  { type: 'L', values: [10.5, 40] },
  { type: 'Z', values: [] },
];

it('an outline is the way from its first point, with y downwards', () => {
  expect(outlineOf(square)).toEqual({ x: 10, y: -20, way: 'h20v-20h-19.5z' });
});

it('a second contour starts from where the first one did', () => {
  const hole = [
    { type: 'M', values: [12, 25] },
    { type: 'L', values: [13, 26] },
    { type: 'L', values: [14, 28] },
    { type: 'Z', values: [] },
  ];
  expect(outlineOf([...square, ...hole]).way).toBe('h20v-20h-19.5zm2-5l1-1 1-2z');
});

it('a curve that goes on smoothly needs no control point, one with a corner does', () => {
  const commands = (control: number) => [
    { type: 'M', values: [0, 0] },
    { type: 'Q', values: [10, 0, 15, 5] },
    { type: 'Q', values: [20, control, 20, 20] },
    { type: 'C', values: [20, 30, 10, 30, 0.5, 30] },
    { type: 'Z', values: [] },
  ];
  expect(outlineOf(commands(10)).way).toBe('q10 0 15-5t5-15c0-10-10-10-19.5-10z');
  expect(outlineOf(commands(11)).way).toBe('q10 0 15-5 5-6 5-15c0-10-10-10-19.5-10z');
});

it('a glyph is put where it stands, and a space draws nothing', () => {
  expect(placed(outlineOf(square), 100, -5)).toBe('M110-25h20v-20h-19.5z');
  expect(placed(outlineOf([]), 100, 0)).toBe('');
});

it('an unknown command is refused', () => {
  expect(() => outlineOf([{ type: 'A', values: [] }])).toThrow('unknown drawing command: A');
});
