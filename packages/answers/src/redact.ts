import { type RestrictionRecord, withheld } from '@article21/model';
import type { SnapshotSource } from './loaded-snapshot.ts';

/** A snapshot whose sources decide which words of a record are public. */
interface Shown {
  snapshot: Pick<SnapshotSource, 'catalogue'>;
}

/**
 * A record without the words of internal sources, which never leave the machine. Of an unknown source nothing does, nor
 * of one that is internal in the `other` snapshot that the record is compared with.
 */
export function redact(
  record: RestrictionRecord,
  { snapshot }: Shown,
  other: Shown | null = null,
): RestrictionRecord {
  const isIn = (it: Shown['snapshot'] | undefined, id: string, visibility: 'public' | 'internal') =>
    it?.catalogue.sources.some((source) => source.id === id && source.visibility === visibility) ?? false;
  const isPublic = (id: string) => isIn(snapshot, id, 'public') && !isIn(other?.snapshot, id, 'internal');
  const evidence = record.evidence.map((it) => (isPublic(it.source) ? it : withheld(it)));
  return { ...record, evidence };
}
