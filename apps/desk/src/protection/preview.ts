import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { everyHeadline, type Headline } from '@article21/answers';
import { type PolicyEffects, readDataset, writePublicEdition } from '@article21/ingest';
import { words } from '@article21/messages';
import type { Issue, Language } from '@article21/model';
import { openStoreAt, type Store } from '@article21/store';
import { withSnapshot } from '../headlines.ts';
import { withScratch } from '../publication.ts';

/** A sentence over a chart as it is and as it becomes; null where nothing is said. */
interface ChangedHeadline {
  /** What it is of, in words: a measure, and a place. */
  of: string;
  before: string | null;
  after: string | null;
}

/** What a rule does by itself. */
export interface RuleChange {
  id: string;
  records: number;
  headlines: readonly ChangedHeadline[];
}

export type PolicyPreview =
  | { ok: true; rules: readonly RuleChange[]; effects: PolicyEffects }
  | { ok: false; issues: readonly Issue[] };

interface Edition {
  headlines: ReadonlyMap<string, Headline & { of: string }>;
  effects: PolicyEffects;
}

/**
 * What some rules of a policy, each alone, change in every sentence of the folder, by editions that are really made, in a store
 * that goes with the work. Nothing is written into the folder.
 */
export async function previewPolicy(
  folder: string,
  {
    text,
    secret,
    rules,
    language,
  }: { text: string; secret: string | undefined; rules: readonly string[]; language: Language },
): Promise<PolicyPreview> {
  return withScratch(folder, async (scratch) => {
    const proposed = join(scratch, 'proposed');
    await cp(folder, proposed, {
      recursive: true,
      filter: (path) => path === folder || !basename(path).startsWith('.'),
    });
    // What was copied may be a link, which would be written through.
    await rm(join(proposed, 'policy.json'), { recursive: true, force: true });
    await writeFile(join(proposed, 'policy.json'), text);
    const store = openStoreAt({ dataDir: join(scratch, 'data') });
    const make = editionsOf({ proposed, scratch, secret, store, language });
    const all = await make('all', undefined);
    if (!('effects' in all)) return { ok: false, issues: all.issues };
    const precise = await make('none', []);
    if (!('effects' in precise)) return { ok: false, issues: precise.issues };
    const changes: RuleChange[] = [];
    for (const [n, id] of rules.entries()) {
      const edition = await make(`rule-${n}`, [id]);
      if (!('effects' in edition)) return { ok: false, issues: edition.issues };
      const records = edition.effects.rules.find((it) => it.id === id)?.records ?? 0;
      changes.push({ id, records, headlines: changed(precise, edition) });
    }
    return { ok: true, rules: changes, effects: all.effects };
  });
}

function editionsOf({
  proposed,
  scratch,
  secret,
  store,
  language,
}: {
  proposed: string;
  scratch: string;
  secret: string | undefined;
  store: Store;
  language: Language;
}) {
  return async (
    name: string,
    rules: readonly string[] | undefined,
  ): Promise<Edition | { issues: readonly Issue[] }> => {
    const folder = join(scratch, name);
    await mkdir(folder, { mode: 0o700 });
    const written = await writePublicEdition(folder, () => readDataset(proposed), {
      ...{ secret, rules },
      title: (it) => words(it).ui.evidence.protectedSource,
    });
    if (!written.ok) return { issues: written.found.issues };
    const published = await store.publish(folder, (copy) => readDataset(copy));
    if (!published.ok) return { issues: published.issues };
    const headlines = await withSnapshot({ store, id: published.id }, async (loaded) => {
      const own = words(language).of(loaded.vocabulary);
      const headlines = [...everyHeadline(loaded, own)].map(([query, it]) => {
        const { label } = own.measure(it.measure);
        const place = it.place === null ? null : loaded.tree.get(it.place);
        const of = place ? `${label}, ${own.placeName(place)}` : label;
        return [query, { ...it, of }] as const;
      });
      return new Map(headlines);
    });
    return { headlines, effects: written.effects };
  };
}

function changed(before: Edition, after: Edition): ChangedHeadline[] {
  return [...new Set([...before.headlines.keys(), ...after.headlines.keys()])].flatMap((query) => {
    const [old, now] = [before.headlines.get(query), after.headlines.get(query)];
    if (old?.text === now?.text) return [];
    return [{ of: (old ?? now)?.of ?? query, before: old?.text ?? null, after: now?.text ?? null }];
  });
}
