import { useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Whether the program has taken in the page that the server wrote. Until then a part must be what the server wrote, which
 * knew nothing of this browser; what it knows itself it shows right after.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
