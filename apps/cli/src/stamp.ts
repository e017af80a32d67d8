import type { BigIntStats } from 'node:fs';

/**
 * What a file is known by again without reading it: one that was written since, or put in its place, has another. Nobody
 * but the system sets the time of a file's last change.
 */
export function stampOf({ dev, ino, size, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, ctimeNs].join(' ');
}
