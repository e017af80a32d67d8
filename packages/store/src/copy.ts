import type { Intent } from './retractions/retract.ts';
import type { Archive } from './snapshots/archive.ts';

/** What was copied, and what had been there already. */
export interface Copied {
  current: string | null;
  copied: string[];
  /** Of an earlier copy, also of one that was cut short. */
  before: string[];
  /** What the earlier copy had, and was retracted since. */
  retracted: string[];
}

/**
 * Copies all of a store that another one does not have yet: snapshots, byte for byte, what they changed, the log, and which
 * is served, and what was retracted. What is cut short is finished by copying again. Throws where the other one has a history of its own.
 */
export async function copyStore(
  from: Archive,
  to: Archive,
  onSnapshot: (done: number, all: number, id: string) => void = () => {},
): Promise<Copied> {
  const log = await from.log();
  const current = await from.current();
  // Oldest first, so that a copy that is cut short holds what others were compared with.
  const ids = (await from.ids()).reverse();
  const retracted = await from.retracted();
  return to.exclusively(async (writer) => {
    const logged = await to.log();
    if (logged.some((line, i) => line !== log[i]))
      throw new Error(
        `${to.name} has a history of its own, which is not that of ${from.name}: copy into an empty one`,
      );
    // At once: what endangers somebody does not wait for anything that cannot be copied. Its lines of the log come with it.
    const gone = newIn(retracted, await to.retracted());
    if (gone) {
      await writer.advance(log.slice(logged.length), null);
      await writer.applyRetraction(gone);
    }
    const there = new Set(await to.ids());
    const copied: string[] = [];
    for (const [done, id] of ids.entries()) {
      if (there.has(id)) continue;
      onSnapshot(done, ids.length, id);
      await from.with(id, (snapshot) => writer.add(snapshot));
      copied.push(id);
    }
    const kept = new Map((await to.comparisons()).map((it) => [`${it.id} ${it.since}`, it.text]));
    for (const it of await from.comparisons())
      if (kept.get(`${it.id} ${it.since}`) !== it.text) await writer.keep(it);
    const isServed = (await to.current()) === current;
    const lines = gone ? [] : log.slice(logged.length);
    if (lines.length > 0 || !isServed) await writer.advance(lines, current);
    return {
      current,
      copied,
      before: ids.filter((id) => there.has(id)),
      retracted: gone?.tombstones.map(({ snapshot }) => snapshot) ?? [],
    };
  });
}

/** What was retracted in one store and not in the other; null where nothing was. */
function newIn(from: Intent, to: Intent): Intent | null {
  const known = new Set(to.tombstones.map(({ snapshot }) => snapshot));
  const tombstones = from.tombstones.filter(({ snapshot }) => !known.has(snapshot));
  const isWithheldNew = JSON.stringify(from.withheld) !== JSON.stringify(to.withheld);
  if (tombstones.length === 0 && !isWithheldNew) return null;
  return { tombstones, withheld: isWithheldNew ? from.withheld : null };
}
