import { isSnapshotId, type RetractionReason, retractionReasons } from '@article21/model';
import type { IsPublishedAs, Store } from '@article21/store';
import { unknown } from '../arguments.ts';
import { type Call, type Command, exits } from '../command.ts';
import { signServed } from '../editions/sign.ts';
import { signingKey } from '../export/seal.ts';
import { failure, misuse } from '../failure.ts';
import { counted, visible } from '../output.ts';
import { openDataDir, pointedAt } from '../store.ts';

export const retract: Command = {
  name: 'retract',
  summary: 'remove a snapshot, or all that hold a record, for good; their addresses say that it was, and why',
  parameters: [
    {
      name: '<snapshot or record>',
      description: 'the id of a snapshot, or of a record that the snapshot served no longer has',
      required: true,
    },
  ],
  options: {
    reason: { value: '<code>', description: `why, for everybody: ${retractionReasons.join(', ')}` },
    dataset: {
      value: '<folder>',
      description: 'whose policy.json has the secret under which its protected records are published',
    },
    by: { value: '<name>', description: 'who does it, for the log (default: the user of this machine)' },
    sign: { value: '<key>', description: 'tell those who follow (minisign or Ed25519 in PEM)' },
  },
  async run(call) {
    const [typed = ''] = call.args;
    const reason = readReason(call.value('reason'));
    const key = await signingKey(call);
    const store = await openDataDir(call);
    const requested = await understood(store, typed, call);
    const by = call.value('by');
    const { records } = requested;
    await store.retract(requested.ids, { reason, ...(by === undefined ? {} : { by }), records });
    const { signedWith, notes } = await signServed(store, key, call.progress);
    const { ids, quoted, record } = requested;
    return {
      exit: exits.done,
      json: {
        ok: true,
        command: 'retract',
        snapshots: ids,
        reason,
        record,
        quoted,
        signedWith,
      },
      text: [
        record === null
          ? `${ids[0]} is retracted: ${reason}`
          : `${visible(record)} is retracted with ${counted(ids.length, 'snapshot')} that held it: ${reason}`,
        ...(record === null ? [] : ids),
      ],
      notes: [...quoted.map(quotedNote), ...notes, ELSEWHERE],
    };
  },
};

const ELSEWHERE =
  'what others have copied stays with them: mirrors and followers of this program remove it at their next update; purge caches ' +
  'in front of the server, and remove it from backups yourself';

function quotedNote(source: string): string {
  return `the words of the record stand in the text of ${visible(source)} still, which is served: take them out there, publish, and retract what is served now`;
}

function readReason(typed: string | undefined): RetractionReason {
  if (typed === undefined)
    throw misuse(`retract needs a reason: --reason <code> (known: ${retractionReasons.join(', ')})`);
  const reason = retractionReasons.find((known) => known === typed);
  if (reason === undefined) throw unknown('reason', typed, retractionReasons);
  return reason;
}

/** What is to be retracted. */
interface Retracting {
  ids: string[];
  /** Null where it is a snapshot that was named. */
  record: string | null;
  /** The ids that it has where it is published: a rule publishes it under others than its own. */
  records: { dataset: string; record: string }[];
  /** Sources that are served with words of the record in their text. */
  quoted: string[];
}

async function understood(store: Store, typed: string, call: Call): Promise<Retracting> {
  const ids = await store.ids();
  const known = [...ids, ...(await store.lost()), ...(await store.retractions()).keys()];
  if (known.includes(typed)) return { ids: [typed], record: null, records: [], quoted: [] };
  if (isSnapshotId(typed)) throw unknown('snapshot', typed, ids);
  return heldBy(store, typed, call);
}

/** The snapshots of the served dataset that hold a record, which the one that is served must not. */
async function heldBy(store: Store, record: string, call: Call): Promise<Retracting> {
  const current = await pointedAt(store);
  if (current.problem !== null) throw failure(exits.damaged, 'damaged', current.problem);
  if (current.id === null) throw unknown('snapshot or record', record, await store.ids());
  const { heldRecord } = await import('@article21/store');
  const isPublishedAs = await protectedAs(call, record);
  const held = await heldRecord(store, { current: current.id, record, isPublishedAs }, (done, total, id) =>
    call.progress.at(done, total, `looking for the record in ${id}`),
  );
  if (held.is === 'served')
    throw failure(
      exits.failed,
      'still_served',
      `record ${visible(record)} is in ${held.id}, which is served: take it out of the dataset and publish that first, then retract it`,
    );
  if (held.is === 'unknown')
    throw failure(
      exits.usage,
      'unknown_record',
      `there is no snapshot ${visible(record)}, and no snapshot of ${visible(held.dataset)} has a record of that id${isPublishedAs === undefined ? '; one that a rule protects is published under another: --dataset <folder> finds it' : ''}`,
    );
  const { ids, dataset, quoted } = held;
  return { ids, record, records: held.records.map((id) => ({ dataset, record: id })), quoted };
}

/** How a record is told under the ids that a rule publishes it with; undefined where no secret is given. */
async function protectedAs(call: Call, record: string): Promise<IsPublishedAs | undefined> {
  const { isPublishedAs, readPolicyFile } = await import('@article21/ingest');
  const folder = call.value('dataset');
  const own = folder === undefined ? undefined : (await readPolicyFile(call.path(folder))).policy?.secret;
  const secret = call.io.env.ARTICLE21_POLICY_SECRET || own;
  return secret === undefined ? undefined : isPublishedAs(secret, record);
}
