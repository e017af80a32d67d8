/** In milliseconds: for so long a finding is believed, and for so long it is answered while a new one is on its way. */
const BELIEVED = { fresh: 1_000, stale: 10_000 };

/** What was found last, and is looked at anew beside those who ask. */
export type Inspection<T> = (id: string) => Promise<T>;

/**
 * An inspection that who asks need not wait for: files are looked at one after another, each on a turn of another thread,
 * which takes long where everything takes long. Whoever asks is told what was found in the last ten seconds.
 */
export function createInspection<T>(
  inspect: (id: string) => Promise<T>,
  { now }: { now(): number },
): Inspection<T> {
  let known: { id: string; at: number; found: T } | null = null;
  let going: { id: string; finding: Promise<T> } | null = null;

  async function look(id: string): Promise<T> {
    const at = now();
    try {
      const found = await inspect(id);
      known = { id, at, found };
      return found;
    } catch (error) {
      known = null;
      throw error;
    } finally {
      going = null;
    }
  }

  return (id) => {
    const age = known?.id === id ? now() - known.at : Number.POSITIVE_INFINITY;
    if (known && age < BELIEVED.fresh) return Promise.resolve(known.found);
    if (going?.id !== id) going = { id, finding: look(id) };
    if (!known || age >= BELIEVED.stale) return going.finding;
    going.finding.catch(() => {
      // Nothing is known then: who asks next waits, and hears of it.
    });
    return Promise.resolve(known.found);
  };
}
