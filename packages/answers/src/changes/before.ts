import type { SnapshotSummary } from '@article21/store';

/** The id of the snapshot of its dataset that was published before another; null when it is the first, or is not known. */
export function publishedBefore(id: string, all: readonly SnapshotSummary[]): string | null {
  const own = all.find((it) => it.id === id);
  if (!own) return null;
  const newestFirst = all.filter(({ name }) => name === own.name);
  const { publishedAt } = own;
  // Without a log there is only the order of the datasets' days.
  if (publishedAt === null) return newestFirst[newestFirst.indexOf(own) + 1]?.id ?? null;
  let last: { id: string; publishedAt: string } | null = null;
  for (const it of newestFirst)
    if (it.publishedAt !== null && it.publishedAt < publishedAt && it.publishedAt > (last?.publishedAt ?? ''))
      last = { id: it.id, publishedAt: it.publishedAt };
  return last?.id ?? null;
}
