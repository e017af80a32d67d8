import type { RestrictionRecord } from '@article21/model';
import type { Served } from './snapshots.ts';

/** A record without the words of internal sources, which never leave the machine. Of an unknown source nothing does. */
export function withhold(record: RestrictionRecord, { snapshot }: Served): RestrictionRecord {
  const isPublic = (id: string) =>
    snapshot.catalogue.sources.some((source) => source.id === id && source.visibility === 'public');
  const evidence = record.evidence.map((it) =>
    isPublic(it.source)
      ? it
      : { source: it.source, quote: null, stated: null, prefix: null, suffix: null, start: null, end: null },
  );
  return { ...record, evidence };
}
