import { describeError } from '@article21/store';
import { expect, it } from 'vitest';
import { pass, received } from '../../src/work/passed-error.ts';

/** As one thread sends it to another. */
const sent = (error: unknown) => received(structuredClone(pass(error)));

it('an error of a thread is in the log as it was there, with what the system says of each of its causes', () => {
  const system = Object.assign(new Error("EACCES: permission denied, open '/srv/records.parquet'"), {
    ...{ code: 'EACCES', errno: -13, syscall: 'open', path: '/srv/records.parquet' },
  });
  const damaged = Object.assign(new Error('snapshot x is damaged', { cause: system }), {
    name: 'SnapshotDamaged',
  });
  expect(describeError(sent(damaged))).toEqual(describeError(damaged));
  expect(describeError(damaged)).toContain(
    "caused by Error: EACCES: permission denied, open '/srv/records.parquet' (code EACCES, errno -13, syscall open, path /srv/records.parquet)",
  );
});

it('what is no error is in it as it was printed, and causes that go round have an end', () => {
  expect(sent('no')).toBe('no');
  expect(sent(Symbol('no'))).toBe('Symbol(no)');
  expect(sent(undefined)).toBeUndefined();
  const one = new Error('one');
  one.cause = new Error('two', { cause: one });
  const titles = describeError(sent(one)).filter((line) => !line.startsWith('  '));
  expect([titles[0], titles[1], titles.length]).toEqual(['Error: one', 'caused by Error: two', 10]);
});
