import { endpoints, type SnapshotAnswer } from '@article21/contract';
import { printDay, type Source, translationsIn } from '@article21/model';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';
import { route } from '../route.ts';
import { shownFiles } from '../shown-files.ts';

export const snapshot = route(endpoints.snapshot, ({ loaded }) => ({ answer: async () => answerTo(loaded) }));

function answerTo({ id, snapshot, cube, extent, tree }: LoadedSnapshot): SnapshotAnswer {
  const { manifest, catalogue } = snapshot;
  const { meta, sources } = catalogue;
  return {
    id,
    dataset: meta,
    synthetic: meta.synthetic,
    extent: {
      from: extent.from === null ? null : printDay(extent.from),
      to: extent.to === null ? null : printDay(extent.to),
      open: extent.open,
    },
    measures: [...cube.present],
    ...(catalogue.declared ? { declared: catalogue.declared } : {}),
    records: manifest.records,
    ...(cube.notQuoted > 0 ? { notQuoted: cube.notQuoted } : {}),
    places: tree.places.length,
    sources: sources.map(named),
    files: shownFiles(snapshot).map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  };
}

/** The title and publisher of a source, in every language of its dataset. */
function named(source: Source): SnapshotAnswer['sources'][number] {
  const { id, kind, title, publisher, sheet } = source;
  const texts = { ...translationsIn(source, 'title'), ...translationsIn(source, 'publisher') };
  return { id, kind, title, publisher, sheet, ...texts };
}
