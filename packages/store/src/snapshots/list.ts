import { type Translations, translationsIn } from '@article21/model';
import type { Published } from './published.ts';

/** A snapshot at a glance. */
export interface SnapshotSummary extends Translations<'title'> {
  id: string;
  /** The dataset's: snapshots of one name are its versions. */
  name: string;
  /** ISO 639: of the title that has no language in its name. */
  language: string;
  title: string;
  version: string;
  /** The day its dataset was made, `2012-09-25`. */
  created: string;
  synthetic: boolean;
  records: number;
  /** When it was first published, by the log; null when the log does not say. */
  publishedAt: string | null;
  /** Whether it is the one served. */
  current: boolean;
  contentHash: string;
}

/**
 * The snapshots whose manifest can be read, the last published first. Those of which the log does not
 * say when come last, by the day of their dataset.
 */
export async function list(published: Published): Promise<SnapshotSummary[]> {
  const [ids, log, current] = await Promise.all([
    published.ids(),
    published.log(),
    published.statedCurrent(),
  ]);
  const summaries: SnapshotSummary[] = [];
  for (const id of ids) {
    const publishedAt = log.find((it) => it.what === 'published' && it.to === id)?.at ?? null;
    const summary = await summarise(published, id, publishedAt, id === current);
    if (summary) summaries.push(summary);
  }
  const newness = ({ created, publishedAt }: SnapshotSummary) => `${publishedAt ?? ''} ${created}`;
  return summaries.sort((a, b) => (newness(a) < newness(b) ? 1 : newness(a) > newness(b) ? -1 : 0));
}

async function summarise(
  published: Published,
  id: string,
  publishedAt: string | null,
  current: boolean,
): Promise<SnapshotSummary | null> {
  const { manifest } = await published.inspectManifest(id);
  // One damaged snapshot must not hide the others; opening or verifying it says what is wrong.
  if (!manifest) return null;
  const { meta, records, contentHash } = manifest;
  const { name, language, title, version, created, synthetic } = meta;
  const own = { name, language, title, ...translationsIn(meta, 'title'), version, created, synthetic };
  return { id, ...own, records, publishedAt, current, contentHash };
}
