import type { Store } from '@article21/store';
import { type Command, exits } from '../command.ts';
import { titleLine } from '../dataset.ts';
import { signServed } from '../editions/sign.ts';
import { signingKey } from '../export/seal.ts';
import { failure } from '../failure.ts';
import { counted } from '../output.ts';
import { openDataDir, requireSnapshot } from '../store.ts';

export const rollback: Command = {
  name: 'rollback',
  summary: 'serve another snapshot from now on; deletes nothing',
  parameters: [{ name: '<id>', description: 'the snapshot, as `snapshots` lists it', required: true }],
  options: {
    by: { value: '<name>', description: 'who does it, for the log (default: the user of this machine)' },
    sign: { value: '<key>', description: 'sign it for those who follow (minisign or Ed25519 in PEM)' },
  },
  async run(call) {
    const key = await signingKey(call);
    const store = await openDataDir(call);
    const id = await requireSnapshot(store, call.args[0] ?? '');
    const before = (await store.list()).find(({ current }) => current)?.id ?? null;
    if (before !== id) await store.rollback(id, call.value('by'));
    else await requireSound(store, id);
    const { signedWith, notes } = await signServed(store, key, call.progress);
    const summary = (await store.list()).find((it) => it.id === id);
    const heading = before === id ? `${id} is what is served already: nothing changed` : `${id} is served`;
    return {
      exit: exits.done,
      json: { ok: true, command: 'rollback', id, before, signedWith },
      text: [
        heading,
        ...(summary ? [titleLine(summary), counted(summary.records, 'record')] : []),
        ...(before === null || before === id ? [] : [`instead of ${before}`]),
      ],
      notes,
    };
  },
};

/** Throws one sentence when the snapshot is damaged: what is served already is verified like any other. */
async function requireSound(store: Store, id: string): Promise<void> {
  const [problem] = (await store.verify(id)).problems;
  if (problem)
    throw failure(exits.damaged, 'damaged', `snapshot ${id} is damaged: ${problem.file} ${problem.problem}`);
}
