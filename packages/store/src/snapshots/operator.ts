import { userInfo } from 'node:os';

/** Who does it when nobody says so: the user of this machine, by name or by number. */
export function operator(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container a user may have a number and no name, where Node throws.
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
