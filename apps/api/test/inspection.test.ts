import { expect, it } from 'vitest';
import { createInspection } from '../src/inspection.ts';

/** An inspection that ends when it is told what to find. */
function held() {
  let time = 0;
  const ends: { resolve(found: string): void; reject(error: Error): void }[] = [];
  const inspection = createInspection(
    () => new Promise<string>((resolve, reject) => ends.push({ resolve, reject })),
    { now: () => time },
  );
  return {
    inspection,
    started: () => ends.length,
    pass: (ms: number) => {
      time += ms;
    },
    async end(found: string | Error) {
      const last = ends.at(-1);
      if (found instanceof Error) last?.reject(found);
      else last?.resolve(found);
      for (let i = 0; i < 5; i++) await Promise.resolve();
    },
  };
}

it('a finding is believed for a second, then told for ten while a new one is made', async () => {
  const { inspection, started, pass, end } = held();
  const first = inspection('a');
  const same = inspection('a');
  await end('sound');
  expect([await first, await same, started()]).toEqual(['sound', 'sound', 1]);
  pass(999);
  expect([await inspection('a'), started()]).toEqual(['sound', 1]);
  pass(1);
  expect([await inspection('a'), await inspection('a'), started()]).toEqual(['sound', 'sound', 2]);
  pass(9_000);
  const waits = inspection('a');
  await end('damaged');
  // It began nine seconds ago: the next one does.
  expect([await waits, await inspection('a'), started()]).toEqual(['damaged', 'damaged', 3]);
});

it('of another snapshot nothing is known', async () => {
  const { inspection, end } = held();
  const first = inspection('a');
  await end('sound');
  await first;
  const other = inspection('b');
  await end('damaged');
  expect(await other).toBe('damaged');
});

it('a fault is told to who asks next', async () => {
  const { inspection, pass, end, started } = held();
  const first = inspection('a');
  await end('sound');
  await first;
  pass(1_000);
  expect(await inspection('a')).toBe('sound');
  await end(new Error('no disk'));
  const next = inspection('a');
  expect(started()).toBe(3);
  await end(new Error('no disk still'));
  await expect(next).rejects.toThrow('no disk still');
});
