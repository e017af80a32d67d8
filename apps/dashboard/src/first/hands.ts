/** Whether a reader holds on to something. */
export interface Hands {
  areBusy(): boolean;
  release(): void;
}

/**
 * Watches whether a reader presses on `element` or has marked words in it: what is taken away then loses the press or
 * the words. Calls `free` when the hands let go.
 */
export function watchHands(element: HTMLElement, free: () => void): Hands {
  const ending = new AbortController();
  const { signal } = ending;
  let isPressed = false;
  // A press becomes a click only after it has ended.
  const later = () => setTimeout(() => signal.aborted || free());
  element.addEventListener(
    'pointerdown',
    () => {
      isPressed = true;
    },
    { signal },
  );
  for (const end of ['pointerup', 'pointercancel'])
    window.addEventListener(
      end,
      () => {
        isPressed = false;
        later();
      },
      { signal },
    );
  document.addEventListener('selectionchange', later, { signal });
  return { areBusy: () => isPressed || isMarked(element), release: () => ending.abort() };
}

function isMarked(element: HTMLElement): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
}
