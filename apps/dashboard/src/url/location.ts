import { useSyncExternalStore } from 'react';
import { located, siteAddressOf } from './mirror.ts';

const listeners = new Set<() => void>();

/** The path and query of the page; a component that calls it is drawn again upon a change. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, address, address);
}

export function address(): string {
  return siteAddressOf(window.location);
}

/** Goes to an address of this site, as an entry of the history. */
export function navigate(to: string): void {
  if (to === address()) return;
  const leaves = pathOf(to) !== pathOf(address());
  window.history.pushState(null, '', located(to));
  if (leaves) window.scrollTo(0, 0);
  announce();
}

/** Goes to an address of this site in place of the present one: no step back leads to that. */
export function replace(to: string): void {
  window.history.replaceState(null, '', located(to));
  announce();
}

function pathOf(address: string): string {
  return address.split('?')[0] ?? '';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(): void {
  for (const listener of listeners) listener();
}

window.addEventListener('popstate', announce);
