import type { RecordFilter, RecordPage, Snapshot } from '@article21/store';
import { expect, it } from 'vitest';
import { createEngineCalls } from '../../src/work/engine-calls.ts';

const page: RecordPage = { records: [], next: null };

/** A store whose engine answers when it is told to. */
function heldStore(open = async (snapshot: Snapshot) => snapshot) {
  let answer = () => {};
  let asked = 0;
  const held = () => {
    asked += 1;
    return new Promise<RecordPage>((resolve) => {
      answer = () => resolve(page);
    });
  };
  const snapshot = { id: 'x', records: held, record: async () => null } as unknown as Snapshot;
  return {
    store: {
      current: async () => 'x',
      problems: async () => [],
      retractions: async () => new Map(),
      open: () => open(snapshot),
    },
    answer: () => answer(),
    asked: () => asked,
  };
}

it('threads are ended when their engines have answered, and ask them nothing more', async () => {
  const main = createEngineCalls();
  const { store, answer, asked } = heldStore();
  // A thread has its own, over the same memory.
  const snapshot = await createEngineCalls(main.shared).guard(store).open('x');
  const filter = {} as RecordFilter;
  const first = snapshot.records(filter);
  let ended = false;
  const ending = main.end().then(() => {
    ended = true;
  });
  await expect(snapshot.records(filter)).rejects.toThrow('the threads are being ended');
  await expect(snapshot.record('a')).rejects.toThrow('the threads are being ended');
  expect([ended, asked()]).toEqual([false, 1]);
  answer();
  expect(await first).toBe(page);
  await ending;
  expect(ended).toBe(true);
});

it('threads are ended when a snapshot that is being opened is open, since engines are at work for it too', async () => {
  const main = createEngineCalls();
  let opened = () => {};
  const { store } = heldStore(
    (snapshot) =>
      new Promise((resolve) => {
        opened = () => resolve(snapshot);
      }),
  );
  const guarded = createEngineCalls(main.shared).guard(store);
  const opening = guarded.open('x');
  let ended = false;
  const ending = main.end().then(() => {
    ended = true;
  });
  await expect(guarded.open('x')).rejects.toThrow('the threads are being ended');
  expect(ended).toBe(false);
  opened();
  await opening;
  await ending;
  expect(ended).toBe(true);
});
