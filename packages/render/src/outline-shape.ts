import { graphic } from 'echarts/core';

/** What ECharts' SVG painter writes the path of an element with, and keeps in it; neither is in its types. */
interface PathWriter {
  reset(): void;
  generateStr(): void;
  getStr(): string;
}

interface Outlined {
  shape: { pathData: string };
  /** The element that has the pattern over this one. */
  _decalEl?: Outlined | null;
  __svgPathBuilder?: PathWriter;
}

/**
 * The element `{ type: 'outline', shape: { pathData } }` for custom series: SVG path data that is painted as it is, in
 * SVG alone. ECharts' own `path` reads the text, centres it, and writes it anew, which for thousands of columns takes
 * longer than all else. No pointer reaches it. Doing it twice changes nothing.
 */
export function useOutlines(): void {
  graphic.registerShape('outline', Outline as Parameters<typeof graphic.registerShape>[1]);
}

const nowhere = new graphic.BoundingRect(0, 0, 0, 0);

const Outline = graphic.extendShape({
  type: 'outline',
  shape: { pathData: '' },
  init(this: Outlined) {
    this.__svgPathBuilder = writerOf(this);
  },
  buildPath: () => {},
  contain: () => false,
  getBoundingRect: () => nowhere,
  getDecalElement(this: Outlined) {
    const { _decalEl: decal = null } = this;
    if (decal) decal.__svgPathBuilder ??= writerOf(this);
    return decal;
  },
} as unknown as Parameters<typeof graphic.extendShape>[0]);

function writerOf(element: Outlined): PathWriter {
  return { reset: () => {}, generateStr: () => {}, getStr: () => element.shape.pathData };
}
