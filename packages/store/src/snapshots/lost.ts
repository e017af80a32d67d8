import type { Published } from './published.ts';

/** The ids of snapshots that were published, and are neither there nor retracted: somebody removed them, or the disk did. */
export async function lost(published: Pick<Published, 'ids' | 'log' | 'retractions'>): Promise<string[]> {
  const [ids, log, retractions] = await Promise.all([
    published.ids(),
    published.log(),
    published.retractions(),
  ]);
  const there = new Set([...ids, ...retractions.keys()]);
  const logged = log.filter(({ what }) => what === 'published').map(({ to }) => to);
  return [...new Set(logged)].filter((id) => !there.has(id)).sort();
}
