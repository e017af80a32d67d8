import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { hasCode } from './durable-fs.ts';

/**
 * A process, told from every other one as far as the system says it; null is what it does not say. A process id alone
 * says little: another container has its own ones under the same host name, and each is given out again.
 */
export interface ProcessIdentity {
  pid: number;
  host: string;
  /** Which start of the machine. */
  boot: string | null;
  /** Within which process ids are its own: each container has one. */
  namespace: string | null;
  /** When it began, in the system's ticks since the machine started. */
  started: string | null;
}

/** The process that this program runs in. */
export function thisProcess(): ProcessIdentity {
  return {
    pid: process.pid,
    host: hostname(),
    boot: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    namespace: orNull(() => readlinkSync('/proc/self/ns/pid')),
    started: startOf('self'),
  };
}

/** Whether a process has ended, or that this cannot be known from here. One that may be alive is taken to be. */
export function processStatus(it: ProcessIdentity, own = thisProcess()): 'ended' | 'alive' | 'unknown' {
  if (it.host !== own.host) return 'unknown';
  // Nothing outlives a restart of the machine.
  if (it.boot !== null && own.boot !== null && it.boot !== own.boot) return 'ended';
  if (it.namespace !== own.namespace) return 'unknown';
  if (isUnused(it.pid)) return 'ended';
  const started = startOf(String(it.pid));
  return it.started !== null && started !== null && it.started !== started ? 'ended' : 'alive';
}

/** Whether no process has that id. */
function isUnused(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/** The 22nd field of what Linux says of a process; its name, the second one, may hold spaces and brackets. */
function startOf(pid: string): string | null {
  return orNull(() => {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  });
}

/** What the system says; null where it is not Linux, or does not show it to this user. */
function orNull(read: () => string | null): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const stated = z.string().nullable().optional();
/** What an earlier version wrote says neither boot nor namespace nor start. */
const holderSchema = z.object({
  pid: z.int().min(1),
  host: z.string(),
  boot: stated,
  namespace: stated,
  started: stated,
  token: z.string(),
});

/** Who holds something that one may have at a time, by the file that says so. */
export type Holder = z.infer<typeof holderSchema>;

/** The text of a file by which this process holds something; each time it does with another token. */
export function printHolder(token: string): string {
  return `${JSON.stringify({ ...thisProcess(), token } satisfies Holder)}\n`;
}

/** Reads such a file; null where a crash cut it short, and it names nobody who could still hold anything. */
export function readHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether a holder has ended, or is this process, which holds what the tokens in `held` are of and nothing else. */
export function hasEnded(holder: Holder, held: ReadonlySet<string>): boolean {
  const own = thisProcess();
  const { pid, token, boot = null, namespace = own.namespace, started = null } = holder;
  const identity = { ...holder, boot, namespace, started };
  // In a container every start has the same process id.
  const isOwn = pid === own.pid && holder.host === own.host && namespace === own.namespace;
  return processStatus(identity, own) === 'ended' || (isOwn && !held.has(token));
}
