import { step } from '../../chart/walk.ts';

/** The arrow keys walk from mark to mark, Enter chooses, Escape and leaving end it. */
export function walkWithKeys(
  chart: HTMLElement,
  count: () => number,
  walk: (index: number | null) => void,
  choose: (index: number | null) => void,
) {
  let at: number | null = null;
  const go = (next: number | null) => {
    at = next;
    walk(at);
  };
  const left = new AbortController();
  const { signal } = left;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== chart) return;
    if (event.key === 'Enter' || event.key === ' ') choose(at);
    else {
      const next = step(event.key, at, count());
      if (next === undefined) return;
      go(next);
    }
    event.preventDefault();
  };
  chart.addEventListener('keydown', onKeyDown, { signal });
  chart.addEventListener('blur', () => go(null), { signal });
  return { at: () => at, end: () => left.abort() };
}
