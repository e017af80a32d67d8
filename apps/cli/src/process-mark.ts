import { createHash, randomUUID } from 'node:crypto';
import { fateOf, type ProcessIdentity, thisProcess } from '@article21/store';

/** The marks that this process uses. In a container every start has the same process id, which says nothing. */
const inUse = new Set<string>();

/** A mark for the name of a folder: it says whose it is, the machine, the process and its start. In use until it is released. */
export function takeMark(): string {
  const identity = thisProcess();
  const { pid, started } = identity;
  const mark = `${machine(identity)}-${pid}-${started ?? 0}-${randomUUID().slice(0, 8)}`;
  inUse.add(mark);
  return mark;
}

export function releaseMark(mark: string): void {
  inUse.delete(mark);
}

/** The marks in names that begin so, of processes of this machine that have ended. */
export function endedMarks(names: readonly string[], begins: readonly string[]): Set<string> {
  const own = thisProcess();
  const ended = names.flatMap((name) => {
    const begin = begins.find((it) => name.startsWith(it));
    const mark = name.slice(begin?.length);
    const [, host, pid, started] = /^([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{8}$/.exec(mark) ?? [];
    if (begin === undefined || host !== machine(own)) return [];
    const other = {
      ...own,
      boot: null,
      pid: Number(pid),
      started: started === '0' ? null : (started ?? null),
    };
    // In a container every start has the same process id.
    const isOurs = other.pid === own.pid && other.started === own.started;
    return (isOurs ? !inUse.has(mark) : fateOf(other, own) === 'ended') ? [mark] : [];
  });
  return new Set(ended);
}

/** Process ids mean something within one host and one container only. */
function machine({ host, namespace }: ProcessIdentity): string {
  return createHash('sha256').update(`${host} ${namespace}`).digest('hex').slice(0, 8);
}
