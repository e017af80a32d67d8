import { createHash, randomUUID } from 'node:crypto';
import { type ProcessIdentity, processStatus, thisProcess } from '@article21/store';

/** The tags that this process uses. In a container every start has the same process id, which cannot tell them apart. */
const inUse = new Set<string>();

/** A tag for the name of a folder: the machine, the process and the start of that process which own it, until it is released. */
export function createOwnerTag(): string {
  const identity = thisProcess();
  const { pid, started } = identity;
  const tag = `${machine(identity)}-${pid}-${started ?? 0}-${randomUUID().slice(0, 8)}`;
  inUse.add(tag);
  return tag;
}

export function releaseOwnerTag(tag: string): void {
  inUse.delete(tag);
}

/** The tags in names with one of the prefixes whose processes, of this machine, have ended. */
export function staleOwnerTags(names: readonly string[], prefixes: readonly string[]): Set<string> {
  const own = thisProcess();
  const ended = names.flatMap((name) => {
    const prefix = prefixes.find((it) => name.startsWith(it));
    const tag = name.slice(prefix?.length);
    const [, host, pid, started] = /^([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{8}$/.exec(tag) ?? [];
    if (prefix === undefined || host !== machine(own)) return [];
    const other = {
      ...own,
      boot: null,
      pid: Number(pid),
      started: started === '0' ? null : (started ?? null),
    };
    // In a container every start has the same process id.
    const isThisProcess = other.pid === own.pid && other.started === own.started;
    return (isThisProcess ? !inUse.has(tag) : processStatus(other, own) === 'ended') ? [tag] : [];
  });
  return new Set(ended);
}

/** Process ids mean something within one host and one container only. */
function machine({ host, namespace }: ProcessIdentity): string {
  return createHash('sha256').update(`${host} ${namespace}`).digest('hex').slice(0, 8);
}
