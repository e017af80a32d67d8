/*
 * What runs in an embed from the beginning: it tells the page around it how high it is, and loads the live chart when
 * a reader turns to it, not before.
 */
const signs = ['pointerenter', 'focusin', 'touchstart', 'change'];
const main = document.querySelector<HTMLElement>('.embed');
if (main) begin(main);

function begin(main: HTMLElement): void {
  // WordPress writes into the address what it wants to hear with a height.
  const secret = /secret=([A-Za-z0-9]{10})/.exec(location.hash)?.[1];
  const tell = () => {
    const height = Math.ceil(main.getBoundingClientRect().height);
    // In a tab that is hidden nothing has a height.
    if (height === 0 || parent === window) return;
    parent.postMessage({ type: 'article21:height', v: 1, height }, '*');
    if (secret) parent.postMessage({ message: 'height', value: height, secret }, '*');
  };
  new ResizeObserver(tell).observe(main);
  addEventListener('message', ({ data, source }) => {
    const isReady = data?.type === 'article21:ready' || (secret && data?.message === 'ready');
    if (source === parent && isReady) tell();
  });
  // A sandbox that allows no forms would complain; what is chosen is asked for by the program.
  main.addEventListener('submit', (event) => event.preventDefault());
  main.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  });
  arm(main);
  // Where no reader looks yet, browsers observe nothing.
  tell();
}

/** Waits for a reader to turn to the chart or its controls. */
function arm(main: HTMLElement): void {
  const parts = [...main.querySelectorAll<HTMLElement>('.chart, .controls')];
  if (parts.length === 0) return;
  main.classList.add('ready');
  for (const chart of main.querySelectorAll<HTMLElement>('.chart')) chart.tabIndex = 0;
  const wake = () => {
    for (const part of parts) for (const sign of signs) part.removeEventListener(sign, wake);
    import('./live/start.tsx')
      .then(({ start }) => start(main))
      .catch((error: unknown) => {
        const hint = main.querySelector<HTMLElement>('.hint');
        if (hint) hint.textContent = hint.dataset.failed ?? '';
        arm(main);
        reportError(error);
      });
  };
  for (const part of parts) for (const sign of signs) part.addEventListener(sign, wake, { passive: true });
}
