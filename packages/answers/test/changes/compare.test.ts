import type { RestrictionRecord } from '@article21/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/changes/compare.ts';

const days = ['2012-04-01', '2012-04-02', '2012-04-03', null];
interface Short {
  id: number;
  day: number;
  note: number;
  summary: boolean;
}

/** Records in the order of a store, and the same by id. */
function recordsOf(all: readonly Short[]) {
  const records = all.map(({ id, day, note, summary }) => {
    const charted = { from: days[day] ?? null, to: null, by: 'interval', approximate: false };
    return { id: `r-${id}`, basis: summary ? 'summary' : 'incident', charted, note: String(note) };
  }) as unknown as RestrictionRecord[];
  const key = ({ basis, charted, id }: RestrictionRecord) => `${basis} ${charted.from ?? ''} ${id}`;
  records.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return { records, byId: new Map(records.map((it) => [it.id, JSON.stringify(it)])) };
}

async function* stream(records: readonly RestrictionRecord[]) {
  yield* records;
}

const record = fc.record({
  id: fc.nat(30),
  day: fc.nat(3),
  note: fc.nat(1),
  summary: fc.boolean(),
});
const dataset = fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 25 });

describe('a comparison', () => {
  it('finds what a comparison by id finds, whatever moved in time', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, dataset, async (one, other) => {
        const [before, after] = [recordsOf(one), recordsOf(other)];
        const { totals, listed } = await compare(stream(before.records), stream(after.records), 100);
        const added = [...after.byId.keys()].filter((id) => !before.byId.has(id));
        const removed = [...before.byId.keys()].filter((id) => !after.byId.has(id));
        const changed = [...after.byId].filter(([id, it]) => (before.byId.get(id) ?? it) !== it);
        expect(totals).toEqual({ added: added.length, removed: removed.length, changed: changed.length });
        const ids = listed.map((it) => (it.after ?? it.before)?.id);
        expect(ids.sort()).toEqual([...added, ...removed, ...changed.map(([id]) => id)].sort());
        for (const { before: old, after: now } of listed)
          expect([old && JSON.stringify(old), now && JSON.stringify(now)]).toEqual([
            before.byId.get((old ?? now)?.id ?? '') ?? null,
            after.byId.get((old ?? now)?.id ?? '') ?? null,
          ]);
      }),
    );
  });

  it('lists no more than it should, whole, and still counts all', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, dataset, async (one, other) => {
        const [before, after] = [recordsOf(one), recordsOf(other)];
        const of = (most: number) => compare(stream(before.records), stream(after.records), most);
        const [all, few] = [await of(100), await of(3)];
        expect(few.totals).toEqual(all.totals);
        expect(few.listed.length).toBeLessThanOrEqual(3);
        for (const it of few.listed) expect(all.listed).toContainEqual(it);
      }),
    );
  });
});
