import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { located, siteAddressOf } from './mirror.ts';

/** As long as this, in milliseconds, the page stays as it was when what the next one shows is on its way. */
const PATIENCE = 200;

/** Those who hear of a change at once, and those who hear of it when what they show is there. */
const hasty = new Set<() => void>();
const patient = new Set<() => void>();

/** What the patient know, and the timer of what they do not know yet. */
let told = address();
let untold: ReturnType<typeof setTimeout> | null = null;

/** The path and query of the page, as far as the page shows it; a component that calls it is drawn again upon a change. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, toldAddress, toldAddress);
}

/** The same as it is now, for what shows that a choice was made: that must not wait for the answer. */
export function useAddressNow(): string {
  return useSyncExternalStore(subscribeNow, address, address);
}

function toldAddress(): string {
  return told;
}

export function address(): string {
  return siteAddressOf(window.location);
}

/** Goes to an address of this site, as an entry of the history. */
export function navigate(to: string): void {
  if (push(to)) announce();
}

/**
 * The same, with what the page there will show on its way: the address changes at once, and the page once, when that has
 * come or a moment is over. A page drawn both before and after takes twice as long as what a reader waits for.
 */
export function navigateWith(to: string, coming: Promise<unknown>): void {
  if (!push(to)) return;
  untold ??= setTimeout(announce, PATIENCE);
  const waited = untold;
  const tell = () => {
    if (untold === waited) announce();
  };
  coming.then(tell, tell);
}

function push(to: string): boolean {
  if (to === address()) return false;
  const leaves = pathOf(to) !== pathOf(address());
  window.history.pushState(null, '', located(to));
  if (leaves) window.scrollTo(0, 0);
  for (const listener of hasty) listener();
  return true;
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
  patient.add(listener);
  return () => patient.delete(listener);
}

function subscribeNow(listener: () => void): () => void {
  hasty.add(listener);
  return () => hasty.delete(listener);
}

function announce(): void {
  if (untold !== null) clearTimeout(untold);
  untold = null;
  told = address();
  for (const listener of [...hasty, ...patient]) listener();
}

window.addEventListener('popstate', announce);

// Whatever a reader does next is done to the page of the address that is there by then. The click that ends a press with
// a pointer began with that; one of the keyboard, or of what reads the page aloud, counts no presses.
const next = (event: Event) => {
  if (untold !== null && !(event instanceof MouseEvent && event.type === 'click' && event.detail > 0))
    flushSync(announce);
};
for (const type of ['pointerdown', 'keydown', 'beforeinput', 'click'])
  window.addEventListener(type, next, { capture: true });
