// Kills a process at random moments of an operation, and counts what its disk is like afterwards.
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fail } from './workspace.mjs';

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Runs an operation to its end once, to know how long it takes, and then ends it as often as is asked. */
export async function killed(operation, kills, random) {
  const times = await timed(operation);
  operation.learn?.();
  if (operation.after() === operation.before()) fail(`${operation.name} changes nothing`);
  const found = { before: 0, after: 0, faults: [] };
  for (let i = 0; i < kills; i += 1) {
    operation.begin();
    // Half of the kills at any moment, half of them while something is written.
    const whileWriting = i % 2 === 1;
    const moment = random() * (whileWriting ? times.writing : times.all) * 1.2;
    const { child, ended } = await operation.start();
    const exited = once(child, 'exit');
    const began = performance.now();
    if (whileWriting) await untilBegun(operation, child);
    await Promise.race([wait(moment), exited]);
    child.kill('SIGKILL');
    await Promise.all([exited, ended]);
    try {
      const now = operation.now();
      if (now === operation.before()) found.before += 1;
      else if (now === operation.after()) found.after += 1;
      else
        found.faults.push(`neither before nor after, killed ${Math.round(performance.now() - began)} ms on`);
      if (i % 5 === 0 && operation.again !== undefined) {
        operation.again();
        if (operation.now() !== operation.after()) found.faults.push('done again, it is not as after');
      }
    } catch (error) {
      found.faults.push(String(error.message));
    }
  }
  return found;
}

async function timed(operation) {
  operation.begin();
  const { child, ended } = await operation.start();
  const exited = once(child, 'exit');
  const began = performance.now();
  await untilBegun(operation, child);
  const wrote = performance.now();
  if (ended === undefined) await exited;
  else {
    await ended;
    child.kill('SIGKILL');
    await exited;
  }
  const end = performance.now();
  return { all: end - began, writing: end - wrote };
}

/** Waits until something of an operation is on the disk, or it has ended. */
async function untilBegun({ hasBegun }, child) {
  while (!hasBegun() && child.exitCode === null && child.signalCode === null) await wait(1);
}
