import { ownOf } from './own.ts';

const LEAST = 100;
const MOST = 6000;
/** Milliseconds between two changes of one frame; the last height of several wins. */
const PAUSE = 100;
/** So many changes within two seconds are no reader's doing: from then on a frame only grows. */
const MOST_CHANGES = 8;

interface Frame {
  element: HTMLIFrameElement;
  wanted: number;
  waiting: boolean;
  since: number;
  changes: number;
}

/** Gives each frame whose address `isOurs` the height that its own window posts. Anything else is nobody's business. */
export function heights(isOurs: (address: string) => boolean, origin: string): void {
  const known = new WeakMap<object, Frame>();
  const all = () => ownOf('querySelectorAll').call(document, 'iframe') as NodeListOf<HTMLIFrameElement>;
  const ours = () => [...all()].filter(({ src }) => isOurs(src));
  const frameOf = (source: object): Frame | null => {
    const found = () => {
      const frame = known.get(source);
      return frame?.element.contentWindow === source && isOurs(frame.element.src) ? frame : null;
    };
    const before = found();
    if (before) return before;
    // One look finds all that have come since the last.
    for (const element of ours()) {
      const { contentWindow } = element;
      if (contentWindow && known.get(contentWindow)?.element !== element)
        known.set(contentWindow, { element, wanted: 0, waiting: false, since: 0, changes: 0 });
    }
    return found();
  };
  addEventListener('message', ({ data, source, origin: from }) => {
    // A sandbox without an origin of its own calls itself null.
    if (!source || (from !== origin && from !== 'null') || data?.type !== 'article21:height') return;
    const { v, height } = data;
    const frame = v === 1 && Number.isFinite(height) ? frameOf(source) : null;
    if (!frame) return;
    frame.wanted = Math.min(MOST, Math.max(LEAST, Math.ceil(height)));
    if (!frame.waiting) change(frame);
  });
  // Those that told their height before this script had come are asked for it again.
  for (const { contentWindow } of ours()) contentWindow?.postMessage({ type: 'article21:ready', v: 1 }, '*');
}

function change(frame: Frame): void {
  const { element, wanted } = frame;
  const now = performance.now();
  const difference = wanted - (parseFloat(element.style.height) || 0);
  if (now - frame.since > 2000) {
    frame.since = now;
    frame.changes = 0;
  }
  if (Math.abs(difference) < 2 || (difference < 0 && frame.changes > MOST_CHANGES)) return;
  frame.changes++;
  element.style.height = `${wanted}px`;
  frame.waiting = true;
  setTimeout(() => {
    frame.waiting = false;
    change(frame);
  }, PAUSE);
}
