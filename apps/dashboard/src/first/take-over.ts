import './first.css';
import { goOn } from './go-on.ts';
import { watchHands } from './hands.ts';

/** Longer than this, in milliseconds, nobody waits for what stands around a page that is ready. */
const PATIENCE = 2000;

/**
 * Shows what the program draws in place of what the server wrote, as soon as it is as complete. Until then it is laid
 * out, but out of sight. Where the server wrote nothing, there is nothing to wait for.
 */
export function takeOver(root: HTMLElement): void {
  const first = document.getElementById('first');
  if (!first) return;
  if (document.documentElement.classList.contains('asked')) {
    // A mirror's folder holds the answer to another question.
    first.remove();
    root.classList.remove('later');
    return;
  }
  const observer = new MutationObserver(() => look());
  const hands = watchHands(first, look);
  let patience: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['aria-busy'],
  });

  function look(): void {
    if (!root.querySelector('main') || !isDrawn(root) || hands.areBusy()) return;
    if (isFramed(root) || isLate) swap();
    else
      patience ??= setTimeout(() => {
        isLate = true;
        look();
      }, PATIENCE);
  }

  function swap(): void {
    if (!first) return;
    observer.disconnect();
    hands.release();
    clearTimeout(patience);
    const next = goOn(first);
    first.remove();
    root.classList.remove('later');
    next(root);
  }
}

/** Whether the page itself is there: nothing waits, and each chart is drawn. */
function isDrawn(root: HTMLElement): boolean {
  if (root.querySelector('.waiting, main [aria-busy="true"]')) return false;
  return [...root.querySelectorAll('.chart')].every((chart) => chart.querySelector('.chart-canvas > *'));
}

/** Whether the name of the data and its sources stand around it. */
function isFramed(root: HTMLElement): boolean {
  return root.querySelector('.brand-data') !== null && root.querySelector('.footer:not(:empty)') !== null;
}
