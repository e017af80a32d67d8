import type { Tally } from './dataset.ts';
import type { Source } from './source.ts';

/**
 * The paths of the files of which a dataset consists: its description, its tables, the files of its sources. What else lies in its
 * folder, as notes or what an import remembers, is kept with a snapshot, but nobody is told of it: a name says something, and a
 * hash confirms a guess at what stands in it.
 */
export function datasetFiles({
  tallies,
  sources,
}: {
  tallies: readonly Pick<Tally, 'file'>[];
  sources: readonly Pick<Source, 'file'>[];
}): ReadonlySet<string> {
  const paths = [...tallies, ...sources].flatMap(({ file }) => file ?? []);
  return new Set(['datapackage.json', ...paths]);
}
