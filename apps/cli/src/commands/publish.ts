import type { FoundInDataset, PolicyEffects } from '@article21/ingest';
import type { DatasetMeta } from '@article21/model';
import type { PublishOptions, PublishProgress, Store } from '@article21/store';
import { changeBetween, changeLines, manifestOf, servedManifest } from '../change.ts';
import { type Call, type Command, exits, type Result } from '../command.ts';
import {
  datasetFolder,
  foundIn,
  readDataset,
  refused,
  tallyLines,
  titleLine,
  warningLines,
  warningNotes,
} from '../dataset.ts';
import { signServed } from '../editions/sign.ts';
import { signingKey } from '../export/seal.ts';
import { failure } from '../failure.ts';
import { counted, visible } from '../output.ts';
import { preview } from '../preview.ts';
import { effectLines, effectNotes, effectsAsJson, withPublishable } from '../public-edition.ts';
import { openDataDir } from '../store.ts';

export const publish: Command = {
  name: 'publish',
  summary: 'check a dataset, keep it as an immutable snapshot and serve that from now on',
  parameters: [{ name: '<dir>', description: 'the folder of the dataset', required: true }],
  options: {
    'dry-run': {
      description: 'say what each rule of policy.json changes in every headline, and publish nothing',
    },
    all: { description: 'list every issue, warning and headline, not only the first 100 of each kind' },
    by: { value: '<name>', description: 'who publishes, for the log (default: the user of this machine)' },
    note: { value: '<text>', description: 'why, for the log' },
    sign: {
      value: '<key>',
      description: 'make its public edition, and sign it for those who follow (minisign or Ed25519 in PEM)',
    },
    'replace-dataset': { description: 'serve it also where another dataset is served, one of another name' },
  },
  async run(call) {
    const dir = await datasetFolder(call);
    if (call.has('dry-run')) return preview(call, dir);
    const key = await signingKey(call);
    const store = await openDataDir(call);
    return withPublishable(dir, call, async (publishable) =>
      publishable.ok
        ? publishFolder(call, { ...publishable, store, key })
        : refused(call, publishable.found, { command: 'publish' }, NOTHING),
    );
  },
};

const NOTHING = 'nothing was published; what was served before is served still';

interface Publishing {
  folder: string;
  /** What a policy did to what is published, and what was found in the dataset; null where it has none. */
  effects: PolicyEffects | null;
  found: FoundInDataset | null;
  store: Store;
  key: Awaited<ReturnType<typeof signingKey>>;
}

async function publishFolder(
  call: Call,
  { folder, effects, found, store, key }: Publishing,
): Promise<Result> {
  const before = await servedManifest(store);
  let foundInCopy = (): FoundInDataset => {
    throw new Error('the store has not read the dataset');
  };
  const read = async (copy: string) => {
    const outcome = await readDataset(copy, call);
    if (outcome.ok) await refuseOther(outcome.reading.meta, store, call);
    foundInCopy = () => foundIn(outcome);
    return outcome;
  };
  const result = await store.publish(folder, read, publishOptions(call));
  if (!result.ok) {
    const where = effects === null ? '' : ', in what policy.json would publish';
    return refused(call, foundInCopy(), { command: 'publish' }, `${NOTHING}${where}`);
  }
  const { id, alreadyPublished } = result;
  const { keepWhatChanged } = await import('@article21/answers/changes');
  const notCompared = await keepWhatChanged(store, id, (what) => call.progress.at(0, null, what));
  const signed = await signServed(store, key, call.progress);
  const after = await manifestOf(store, id);
  const { meta, records, tallies } = after;
  const change = changeBetween(before, after);
  const { signedWith } = signed;
  const policy = effects === null ? {} : { policy: effectsAsJson(effects) };
  const answer = { alreadyPublished, dataset: meta, records, tallies, change, signedWith, ...policy };
  const warnings = found ?? foundInCopy();
  return {
    exit: exits.done,
    json: { ok: true, command: 'publish', id, ...answer, ...warned(warnings) },
    text: [
      `${id} ${outcomeText(alreadyPublished, before?.id === id)}`,
      titleLine(meta),
      ...tallyLines(tallies),
      counted(records, 'record'),
      ...(effects === null ? [] : effectLines(effects)),
      ...changeLines(before, after),
      ...warningLines(call, warnings),
    ],
    notes: [
      ...warningNotes(warnings),
      ...(effects === null ? [] : await effectNotes(effects, store, id)),
      ...(notCompared === null ? [] : [notCompared]),
      ...signed.notes,
    ],
  };
}

/** Refuses to put a dataset in the place of another one. It is asked while nobody else can publish. */
async function refuseOther({ name, title }: DatasetMeta, store: Store, call: Call): Promise<void> {
  const served = (await servedManifest(store))?.meta;
  if (!served || served.name === name || call.has('replace-dataset')) return;
  const named = (meta: Pick<DatasetMeta, 'name' | 'title'>) =>
    `${visible(meta.name)} (${visible(meta.title)})`;
  throw failure(
    exits.usage,
    'other_dataset',
    `${named({ name, title })} is another dataset than the one that is served, ${named(served)}: ` +
      'serve it from a folder of its own (--data), or in its place (--replace-dataset); nothing was published',
  );
}

/** Of what was found in a dataset that was published, all there can be. */
function warned({ warnings, warningCount, warningKinds }: FoundInDataset) {
  return { warnings, warningCount, warningKinds };
}

function outcomeText(alreadyPublished: boolean, alreadyServed: boolean): string {
  if (alreadyServed) return 'is what is served already: nothing changed';
  return alreadyPublished ? 'had been published before and is served again' : 'is published and served';
}

function publishOptions(call: Call): PublishOptions {
  const by = call.value('by');
  const note = call.value('note');
  return {
    ...(by === undefined ? {} : { by }),
    ...(note === undefined ? {} : { note }),
    onProgress: (progress) => show(call, progress),
  };
}

const stages: Partial<Record<PublishProgress['stage'], string>> = {
  copying: 'copying the files',
  saving: 'saving',
  checking: 'reading back what was written',
};

function show({ progress }: Call, { stage, records }: PublishProgress): void {
  const what = stages[stage];
  // While reading, the reader itself says how far it is.
  if (what === undefined) return;
  progress.at(0, null, records > 0 ? `${what}, ${counted(records, 'record')}` : what);
}
