import { expect, it } from 'vitest';
import { createProgress } from '../src/progress.ts';
import { record } from './terminal.ts';

function clock() {
  let time = 10_000;
  const pass = (ms: number) => {
    time += ms;
  };
  return { now: () => time, pass };
}

it('says nothing in the first second', () => {
  const stream = record(true);
  const { now, pass } = clock();
  const progress = createProgress(stream, now);
  progress.at(1, 10, 'reading');
  pass(999);
  progress.at(2, 10, 'reading');
  progress.end();
  expect(stream.text()).toBe('');
});

it('then draws how much is done, and takes the line away at the end', () => {
  const stream = record(true);
  const { now, pass } = clock();
  const progress = createProgress(stream, now);
  pass(1000);
  progress.at(5, 10, 'reading, 5 records');
  expect(stream.text()).toBe(`\r\u001b[K${'━'.repeat(12)}${'─'.repeat(12)}  50% reading, 5 records`);
  progress.end();
  expect(stream.text().endsWith('\r\u001b[K')).toBe(true);
});

it('moves without a percentage where nobody knows the total', () => {
  const stream = record(true);
  const { now, pass } = clock();
  const progress = createProgress(stream, now);
  pass(1000);
  progress.at(5, null, 'reading');
  pass(100);
  progress.at(6, null, 'reading');
  const [, first, second] = stream.text().split('\r\u001b[K');
  expect(first).toMatch(/^─*━━━━─* reading$/);
  expect(second).not.toBe(first);
});

it('draws at most ten times a second, and never wider than the terminal', () => {
  const stream = record(true);
  const { now, pass } = clock();
  const progress = createProgress({ ...stream, columns: 40 }, now);
  pass(1000);
  for (let i = 0; i < 100; i++) {
    pass(10);
    progress.at(i, 100, 'reading a great many records of a long name');
  }
  const drawn = stream.text().split('\r\u001b[K').slice(1);
  expect(drawn.length).toBeLessThanOrEqual(11);
  expect(Math.max(...drawn.map((line) => line.length))).toBe(39);
});

it('stays silent where standard error is no terminal', () => {
  const stream = record(false);
  const { now, pass } = clock();
  const progress = createProgress(stream, now);
  pass(5000);
  progress.at(5, 10, 'reading');
  progress.end();
  expect(stream.text()).toBe('');
});

it('writes lines there where that is asked for, one in five seconds', () => {
  const stream = record(false);
  const { now, pass } = clock();
  const progress = createProgress(stream, now, true);
  progress.at(0, 10, 'reading');
  pass(5000);
  progress.at(5, 10, 'reading, 5 rows');
  pass(4999);
  progress.at(6, 10, 'reading, 6 rows');
  pass(1);
  progress.at(7, null, 'checking');
  progress.end();
  expect(stream.text()).toBe(' 50% reading, 5 rows\nchecking\n');
});
