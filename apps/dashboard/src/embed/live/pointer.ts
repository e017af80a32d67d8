import type { Drawing } from '@article21/charts';
import type { Box } from '../../chart/engine.ts';
import { element } from './element.ts';

/** What shows which mark is meant: a tip with its words, a ring where it was walked to, and a voice. */
export interface Pointer {
  parts: readonly HTMLElement[];
  /** Lights marks up that are drawn together, and of which ECharts knows nothing. */
  bands(boxes: readonly Band[]): void;
  /** Null points at nothing. */
  point(at: { mark: Drawing['marks'][number]; box: Box } | null, walked: boolean): void;
}

type Band = Record<'left' | 'top' | 'width' | 'height', number>;

export function createPointer(): Pointer {
  const tip = element('span', { className: 'tip', hidden: true });
  const ring = element('span', { className: 'ring', hidden: true });
  const bands = element('div');
  const said = element('p', { className: 'hidden', ariaLive: 'polite' });
  return {
    parts: [bands, ring, tip, said],
    bands: (boxes) =>
      bands.replaceChildren(
        ...boxes.map((box) => {
          const band = element('span', { className: 'band' });
          place(band, box);
          return band;
        }),
      ),
    point(at, walked) {
      tip.hidden = at === null;
      ring.hidden = at === null || !walked;
      if (walked) said.textContent = at?.mark.label ?? '';
      if (!at) return;
      const { x, y, width, height } = at.box;
      place(ring, { left: x - 3, top: y - 1, width: width + 6, height: height + 2 });
      tip.textContent = at.mark.label;
      tip.style.top = `${y + height + 4}px`;
      tip.style.left = `max(0px, min(${x}px, 100% - 320px))`;
    },
  };
}

function place(it: HTMLElement, box: Band): void {
  for (const [side, pixels] of Object.entries(box)) it.style.setProperty(side, `${pixels}px`);
}
