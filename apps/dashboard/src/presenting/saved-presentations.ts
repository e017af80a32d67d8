import { useSyncExternalStore } from 'react';

/** Presentations kept in this browser, as the key `show` has them. */
interface Saved {
  /** The one that is being worked at; null after “New presentation”. */
  current: string | null;
  /** The last changed first. */
  all: readonly KeptPresentation[];
}

interface KeptPresentation {
  show: string;
  /** When it was changed last: milliseconds since 1970. */
  changed: number;
}

const KEY = 'article21.presentations';
const MOST = 10;
const nothing: Saved = { current: null, all: [] };

export function useSaved(): Saved {
  return useSyncExternalStore(subscribe, keptNow, () => nothing);
}

/**
 * Keeps a presentation in place of what it was before it was changed; an empty one is no longer kept. False where the
 * browser keeps nothing, as in some private windows.
 */
// The time of day, because a reader is shown on which day it was.
export function remember(before: string | null, show: string, now = Date.now()): boolean {
  const others = keptNow().all.filter((it) => it.show !== before && it.show !== show);
  const all = show === '' ? others : [{ show, changed: now }, ...others].slice(0, MOST);
  return write({ current: show === '' ? null : show, all });
}

/** Works at another one from now on; at a new one where it is null. */
export function workAt(show: string | null): void {
  write({ ...keptNow(), current: show });
}

export function forget(show: string): void {
  const { current, all } = keptNow();
  write({ current: current === show ? null : current, all: all.filter((it) => it.show !== show) });
}

let read: { text: string | null; kept: Saved } = { text: null, kept: nothing };
const listeners = new Set<() => void>();

/** The same object as long as the same text is stored. */
function keptNow(): Saved {
  const text = stored();
  if (text !== read.text) read = { text, kept: parse(text) };
  return read.kept;
}

function stored(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    // Forbidden by the reader's settings: then nothing is kept, which `remember` tells.
    return null;
  }
}

function write(kept: Saved): boolean {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

/** Anybody may have written there; what is not understood is not kept. */
function parse(text: string | null): Saved {
  if (text === null) return nothing;
  try {
    const { current, all } = JSON.parse(text) as Record<string, unknown>;
    const sound = Array.isArray(all) ? all.filter(isKept).slice(0, MOST) : [];
    return { current: sound.find((it) => it.show === current)?.show ?? null, all: sound };
  } catch {
    return nothing;
  }
}

function isKept(given: unknown): given is KeptPresentation {
  if (typeof given !== 'object' || given === null) return false;
  const { show, changed } = given as Record<string, unknown>;
  return typeof show === 'string' && show !== '' && typeof changed === 'number';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab of the same browser changed it.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
