import type { Drawing } from '@article21/charts';
import { type Box, createSurface, type MarkEvent, type Place, type Surface } from './surface.ts';

/** A chart on the page. */
export interface Engine {
  /** Shows a drawing that was made for a width in pixels. */
  show(drawing: Drawing, width: number): void;
  /** Makes ready, where nobody sees it, what may be shown next. */
  prepare(drawing: Drawing, width: number): void;
  /** Shows which marks are meant. */
  emphasise(marks: readonly Place[]): void;
  /** Where a mark is drawn; null when it is not. */
  boxOf(mark: Place): Box | null;
  /** Tells which mark is pressed, pointed at or left; null for none. */
  onMark(event: MarkEvent, tell: (mark: number | null) => void): void;
  dispose(): void;
}

/** Shows drawings in an element, one in place of the other. */
export function createEngine(element: HTMLElement): Engine {
  const listeners: ((surface: Surface) => void)[] = [];
  let shown = createSurface();
  let spare: Surface | null = null;
  const listen = (listener: (surface: Surface) => void) => {
    listeners.push(listener);
    listener(shown);
  };
  const blank = () => {
    const surface = createSurface();
    for (const listener of listeners) listener(surface);
    return surface;
  };
  return {
    show: (drawing, width) => {
      // Within the page, each element that goes or comes would have the browser look at what stands around it.
      shown.holder.remove();
      if (spare?.shows(drawing, width)) {
        [shown, spare] = [spare, shown];
        // Of what was meant when it was seen before.
        shown.emphasise([]);
      } else shown.draw(drawing, width);
      element.append(shown.holder);
    },
    prepare: (drawing, width) => {
      if (shown.shows(drawing, width)) return;
      spare ??= blank();
      if (!spare.shows(drawing, width)) spare.draw(drawing, width);
    },
    emphasise: (marks) => shown.emphasise(marks),
    boxOf: (mark) => shown.boxOf(mark),
    onMark: (event, tell) => {
      listen((surface) => surface.onMark(event, tell));
      if (event !== 'click') return;
      const lost = tellOfLostClicks(element, (x, y) => tell(shown.markAt(x, y)));
      listen((surface) => surface.onClick(lost.found));
    },
    dispose: () => {
      shown.holder.remove();
      shown.dispose();
      spare?.dispose();
    },
  };
}

/**
 * Draws a picture, and another in its place, where nobody sees it. A browser translates a program as it first runs:
 * without this, whoever makes the first choice waits for that.
 */
export function rehearse(drawing: Drawing, width: number): void {
  const engine = createEngine(document.createElement('div'));
  engine.show(drawing, width);
  engine.show(drawing, width);
  engine.dispose();
}

/**
 * Tells of presses of a mouse that neither the browser nor ECharts calls a click, because the picture was drawn anew
 * between the button's going down and up: what it went down upon is gone then, though the same stands there. `found` is
 * to be called with each press that was called a click.
 */
function tellOfLostClicks(element: HTMLElement, tell: (x: number, y: number) => void): { found(): void } {
  let down: PointerEvent | null = null;
  element.addEventListener('pointerdown', (event) => {
    down = event.pointerType === 'mouse' && event.button === 0 ? event : null;
  });
  element.addEventListener('pointerup', ({ clientX, clientY }) => {
    const pressed = down;
    if (!pressed || Math.hypot(clientX - pressed.clientX, clientY - pressed.clientY) > STILL) return;
    // A click, where there is one, comes first.
    setTimeout(() => {
      if (down !== pressed) return;
      down = null;
      const { left, top } = element.getBoundingClientRect();
      tell(clientX - left, clientY - top);
    });
  });
  return {
    found: () => {
      down = null;
    },
  };
}

/** Pixels that a pointer may slip during a press, as for ECharts. */
const STILL = 4;
