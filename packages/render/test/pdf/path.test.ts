import { expect, it } from 'vitest';
import { readTransform, times } from '../../src/pdf/matrix.ts';
import { pathOperators } from '../../src/pdf/path.ts';

it.each([
  ['M1 2L3 4Z', '1 2 m\n3 4 l\nh'],
  ['m1 2 3 4-5.5.5', '1 2 m\n4 6 l\n-1.5 6.5 l'],
  ['M1 2h3v4H0V1', '1 2 m\n4 2 l\n4 6 l\n0 6 l\n0 1 l'],
  ['M0 0C1 2 3 4 5 6s2 2 4 4', '0 0 m\n1 2 3 4 5 6 c\n7 8 7 8 9 10 c'],
  ['M0 0Q3 3 6 0t6 0', '0 0 m\n2 2 4 2 6 0 c\n8 -2 10 -2 12 0 c'],
  ['M0 0h2v2zl1 1', '0 0 m\n2 0 l\n2 2 l\nh\n1 1 l'],
  ['M1e-3 2E1', '0.001 20 m'],
])('the path %s becomes what PDF draws', (data, operators) => {
  expect(pathOperators(data)).toBe(operators);
});

it('an arc becomes curves of a quarter, on the side that its flags say', () => {
  const k = 0.552;
  expect(pathOperators('M0 -1A1 1 0 0 1 1 0')).toBe(`0 -1 m\n${k} -1 1 -${k} 1 0 c`);
  expect(pathOperators('M0 -1A1 1 0 1 0 1 0').split('\n')).toHaveLength(4);
  expect(pathOperators('M0 0A5 5 0 0 1 0 0')).toBe('0 0 m\n0 0 0 0 0 0 c');
  expect(pathOperators('M0 0A1 1 0 0 1 4 0')).toContain('4 0 c');
});

it.each(['M1', 'Mabc', 'M1 2X3', 'Z5', 'M1 2L3 4 5'])('what is no path is refused: %s', (data) => {
  expect(() => pathOperators(data)).toThrow('unknown path data in a picture');
});

it('a transform is read as SVG means it', () => {
  expect(readTransform('translate(3 4)scale(2)')).toEqual([2, 0, 0, 2, 3, 4]);
  expect(readTransform('rotate(90 1 0)').map(Math.round)).toEqual([0, 1, -1, 0, 1, -1]);
  expect(times([2, 0, 0, 2, 0, 0], readTransform('matrix(1,0,0,1,5,6)'))).toEqual([2, 0, 0, 2, 10, 12]);
  expect(() => readTransform('perspective(3)')).toThrow('unknown transform');
});
