import { type ECharts, graphic } from 'echarts/core';
import LRU from 'zrender/lib/core/LRU.js';
import type { SvgNode } from './node.ts';

/*
 * All that is used of ECharts and zrender beyond their documented interface. Both are pinned to an exact version; the
 * test of this file names what is missing after an update.
 */

/** The part of the SVG painter that is used here; it is not in the types of ECharts. */
interface SvgPainter {
  renderToVNode(options: {
    animation: boolean;
    emphasis: boolean;
    compress: boolean;
    useViewBox: boolean;
  }): SvgNode;
}

/** A chart of the SVG renderer as elements, without anything that moves. `renderToSVGString` does not escape attributes. */
export function elementsOf(chart: ECharts): SvgNode {
  const painter = chart.getZr().painter as unknown as SvgPainter;
  return painter.renderToVNode({ animation: false, emphasis: false, compress: true, useViewBox: true });
}

/** What the SVG painter writes the path of an element with, and keeps in it. */
interface PathWriter {
  reset(): void;
  generateStr(): void;
  getStr(): string;
}

interface Outlined {
  shape: { pathData: string };
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
    this.__svgPathBuilder = { reset: () => {}, generateStr: () => {}, getStr: () => this.shape.pathData };
  },
  buildPath: () => {},
  contain: () => false,
  getBoundingRect: () => nowhere,
} as unknown as Parameters<typeof graphic.extendShape>[0]);

const guarded = Symbol.for('article21.guarded-text-caches');

/**
 * ECharts keeps the widths of texts in a plain object under the text itself. A label `__proto__` would find
 * Object.prototype there and be written into it, which breaks every later chart of the process. With a sign put before
 * each key no text can name what every object has. Doing it twice changes nothing.
 */
export function guardTextCaches(): void {
  const caches: typeof LRU.prototype & { [guarded]?: true } = LRU.prototype;
  if (caches[guarded]) return;
  const { get, put } = caches;
  caches.get = function guardedGet(key) {
    return get.call(this, `·${key}`);
  };
  caches.put = function guardedPut(key, value) {
    return put.call(this, `·${key}`, value);
  };
  caches[guarded] = true;
}

/** A rectangle in pixels. */
export interface ElementBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The model of a chart; there is no public way of asking where something was drawn. */
interface Model {
  getModel(): {
    getSeriesByIndex(index: number): {
      getData(): { getItemGraphicEl(index: number): { getBoundingRect(): ElementBox } | null };
    } | null;
  };
}

/** Where a datum of a custom series is drawn; null where it is not. */
export function elementBox(chart: ECharts, seriesIndex: number, dataIndex: number): ElementBox | null {
  const series = (chart as unknown as Model).getModel().getSeriesByIndex(seriesIndex);
  const rect = series?.getData().getItemGraphicEl(dataIndex)?.getBoundingRect();
  return rect ? { x: rect.x, y: rect.y, width: rect.width, height: rect.height } : null;
}
