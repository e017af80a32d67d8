import { bases, type RestrictionRecord } from '@article21/model';
import type { RecordFilter, RecordPage } from '@article21/store';

const PAGE = 5_000;

/** Every record that a snapshot holds, one page at a time: by basis, first day, id. */
export async function* allRecords(
  page: (filter: RecordFilter) => Promise<RecordPage>,
): AsyncGenerator<RestrictionRecord> {
  for (const basis of bases) {
    let cursor: string | null = null;
    do {
      const { records, next }: RecordPage = await page({
        measures: null,
        kinds: null,
        places: null,
        from: null,
        to: null,
        bucket: null,
        phases: [],
        basis,
        evidence: null,
        attribute: [],
        undated: null,
        cursor,
        limit: PAGE,
      });
      yield* records;
      cursor = next;
    } while (cursor !== null);
  }
}
