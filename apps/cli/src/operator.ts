import { userInfo } from 'node:os';
import type { Call } from './command.ts';

/** Who does it, for the log: as told with `--by`, else the user of this machine, by name or by number. */
export function operator(call: Call): string {
  return call.value('by') ?? userName() ?? `user ${process.getuid?.() ?? 'unknown'}`;
}

/** Null in a container whose user has a number and no name, where Node throws. */
function userName(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
