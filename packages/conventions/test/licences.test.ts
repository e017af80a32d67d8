import { expect, it } from 'vitest';
import { readProduction } from '../src/production.ts';
import { checkLicences } from '../src/rules/licences.ts';
import { printed, workspaces } from './examples.ts';

it('everything that runs with the program can be passed on by anybody', () => {
  const packages = readProduction(workspaces);
  expect(packages.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['zod', 'edtf', 'echarts', 'zrender']),
  );
  expect(printed(checkLicences(packages))).toEqual([]);
});

it.each(['MIT', 'Apache-2.0 OR GPL-3.0', '(MIT AND BSD-3-Clause)', '(GPL-2.0 OR ISC)'])(
  '%s is allowed',
  (licence) => {
    expect(checkLicences([{ name: 'a', version: '1.0.0', licence }])).toEqual([]);
  },
);

it.each(['GPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED', 'SEE LICENSE IN x', null])('%s is not', (licence) => {
  expect(checkLicences([{ name: 'a', version: '1.0.0', licence }])).toHaveLength(1);
});
