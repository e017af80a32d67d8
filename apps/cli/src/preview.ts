import { join } from 'node:path';
import type { FoundInDataset, PolicyEffects } from '@article21/ingest';
import type { DatasetMeta } from '@article21/model';
import type { Store } from '@article21/store';
import { servedManifest } from './change.ts';
import { type Call, exits, type Result } from './command.ts';
import { foundIn, readDataset, refused, titleLine, warningLines, warningNotes } from './dataset.ts';
import { type ChangedHeadline, changedHeadlines, headlinesOf } from './headlines.ts';
import { counted, visible } from './output.ts';
import { effectLines, effectNotes, effectsAsJson, writeEdition } from './public-edition.ts';
import { withScratch } from './scratch.ts';
import { openDataDir } from './store.ts';

const LISTED = 20;
const DRY_RUN_NOTICE = 'a dry run: nothing was published, and nothing could be';

/** One edition of a dataset, in a store that goes with the work. */
type Edition =
  | {
      ok: true;
      meta: DatasetMeta;
      records: number;
      headlines: ReadonlyMap<string, string>;
      effects: PolicyEffects | null;
      found: FoundInDataset;
    }
  | { ok: false; found: FoundInDataset };

/** Says what publishing a dataset would change, in every sentence over a chart, and publishes nothing. */
export function preview(call: Call, dir: string): Promise<Result> {
  return withScratch(async (scratch) => {
    const store = await openDataDir({ ...call, dataDir: join(scratch, 'data'), storeUrl: null });
    const make = editionsIn(call, dir, { scratch, store });
    const whole = await make('all');
    if (!whole.ok) return refused(call, whole.found, { command: 'publish', dryRun: true }, DRY_RUN_NOTICE);
    const byRule: { rule: string; headlines: ChangedHeadline[] }[] = [];
    if (whole.effects !== null) {
      const precise = await make('none', []);
      if (!precise.ok)
        return refused(call, precise.found, { command: 'publish', dryRun: true }, DRY_RUN_NOTICE);
      for (const [i, { id: rule }] of whole.effects.rules.entries()) {
        const edition = await make(`rule-${i}`, [rule]);
        if (!edition.ok)
          return refused(call, edition.found, { command: 'publish', dryRun: true }, DRY_RUN_NOTICE);
        byRule.push({ rule, headlines: changedHeadlines(precise.headlines, edition.headlines) });
      }
    }
    return answer(call, whole, byRule);
  });
}

/** Makes editions of a dataset: what is published of it, or what some of its policy's rules make of it. */
function editionsIn(call: Call, dir: string, { scratch, store }: { scratch: string; store: Store }) {
  return async (name: string, rules?: readonly string[]): Promise<Edition> => {
    const { hasPolicy } = await import('@article21/ingest');
    let folder = dir;
    let effects: PolicyEffects | null = null;
    let found: FoundInDataset | null = null;
    if (await hasPolicy(dir)) {
      folder = join(scratch, name);
      const edition = await writeEdition(dir, folder, call, rules);
      if (!edition.ok) return edition;
      ({ effects, found } = edition);
    }
    let foundInCopy = (): FoundInDataset => {
      throw new Error('the store has not read the dataset');
    };
    const result = await store.publish(folder, async (copy) => {
      const outcome = await readDataset(copy, call);
      foundInCopy = () => foundIn(outcome);
      return outcome;
    });
    if (!result.ok) return { ok: false, found: foundInCopy() };
    const all = found ?? foundInCopy();
    const { meta, records } = await store.manifest(result.id);
    return { ok: true, meta, records, headlines: await headlinesOf(store, result.id), effects, found: all };
  };
}

async function answer(
  call: Call,
  { meta, records, headlines, effects, found }: Extract<Edition, { ok: true }>,
  byRule: readonly { rule: string; headlines: ChangedHeadline[] }[],
): Promise<Result> {
  const store = await openDataDir(call);
  const served = await servedManifest(store);
  const isSame = served?.meta.name === meta.name;
  const since = isSame ? changedHeadlines(await headlinesOf(store, served.id), headlines) : null;
  const policy = effects === null ? {} : { policy: { ...effectsAsJson(effects), byRule } };
  const { warnings, warningCount, warningKinds } = found;
  const warningsAsJson = { warnings, warningCount, warningKinds };
  return {
    exit: exits.done,
    json: {
      ok: true,
      ...{
        command: 'publish',
        dryRun: true,
        dataset: meta,
        records,
        headlines: since,
        ...policy,
        ...warningsAsJson,
      },
    },
    text: [
      titleLine(meta),
      counted(records, 'record'),
      ...(effects === null ? [] : effectLines(effects)),
      ...byRule.flatMap(({ rule, headlines: changed }) => [
        '',
        `Rule ${visible(rule)} changes ${counted(changed.length, 'headline')}:`,
        ...headlineLines(call, changed),
      ]),
      ...(since === null
        ? []
        : ['', `Instead of ${served?.id}, ${counted(since.length, 'headline')} would change:`]),
      ...headlineLines(call, since ?? []),
      ...warningLines(call, found),
    ],
    notes: [
      ...warningNotes(found),
      ...(effects === null ? [] : await effectNotes(effects, store, null)),
      'a dry run: nothing was published',
    ],
  };
}

function headlineLines({ paint, has }: Call, changed: readonly ChangedHeadline[]): string[] {
  const most = has('all') ? Number.POSITIVE_INFINITY : LISTED;
  const lines = changed
    .slice(0, most)
    .flatMap(({ query, before, after }) => [
      `  ${paint.bold(visible(query))}`,
      `    before: ${visible(before ?? 'nothing is said')}`,
      `    after:  ${visible(after ?? 'nothing is said')}`,
    ]);
  const rest = changed.length > most ? [`  … and ${changed.length - most} more (--all lists them)`] : [];
  return [...lines, ...rest];
}
