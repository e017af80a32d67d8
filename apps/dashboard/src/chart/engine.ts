import type { Drawing } from '@article21/charts';
import { type ElementBox, elementBox, useOutlines } from '@article21/render/echarts-private';
import { CustomChart } from 'echarts/charts';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([CustomChart, SVGRenderer]);
useOutlines();

/** Where something is within a chart, in pixels. */
export type Box = ElementBox;

type MarkEvent = 'click' | 'mouseover' | 'mouseout';
type MarkPosition = Pick<Drawing['marks'][number], 'seriesIndex' | 'dataIndex' | 'period'>;

/** A chart on the page, drawn by ECharts. */
export interface Engine {
  /** Shows a drawing in place of the one before. */
  show(drawing: Drawing): void;
  /** Highlights these marks, and no others. */
  emphasise(marks: readonly MarkPosition[]): void;
  /** Where a mark is drawn; null when it is not. */
  boxOf(mark: MarkPosition): Box | null;
  /** Calls `listener` with the mark that is pressed, pointed at or left; null for none. */
  onMark(event: MarkEvent, listener: (mark: number | null) => void): void;
  dispose(): void;
}

/** Draws charts in an element, which has no other content. */
export function createEngine(element: HTMLElement): Engine {
  const holder = document.createElement('div');
  const chart = echarts.init(holder, null, { renderer: 'svg', width: 1, height: 1 });
  let shown: Drawing | null = null;
  let isHighlighted = false;
  const boxOf = (mark: MarkPosition): Box | null => {
    const own = shown?.boxOf(mark);
    return own
      ? { x: own.left, y: own.top, width: own.width, height: own.height }
      : elementBox(chart, mark.seriesIndex, mark.dataIndex);
  };
  const markAt = (x: number, y: number): number | null => {
    const under = shown?.marks.findLast((mark) => isWithin(boxOf(mark), x, y));
    return under?.index ?? shown?.markAt(x, y) ?? null;
  };
  return {
    show: (drawing) => {
      // Within the page, each element that goes or comes would have the browser look at what stands around it.
      holder.remove();
      shown = drawing;
      isHighlighted = false;
      // ECharts' own `resize` would first lay the chart before out anew, which is about to go.
      chart.getZr().resize({ width: drawing.width, height: drawing.height });
      chart.setOption({ ...drawing.option, animation: false }, { notMerge: true });
      element.append(holder);
    },
    emphasise: (marks) => {
      // A downplay takes ECharts as long as drawing, even where nothing is highlighted.
      if (isHighlighted) chart.dispatchAction({ type: 'downplay' });
      isHighlighted = marks.length > 0;
      if (isHighlighted) chart.dispatchAction({ type: 'highlight', batch: marks.map(indexes) });
    },
    boxOf,
    onMark: (event, listener) => {
      chart.on(event, (params) => listener(markOf(params.data)));
      // Marks that are drawn together are no elements of their own.
      chart.getZr().on(pictureEvents[event], ({ target, offsetX, offsetY }) => {
        if (event !== 'mouseout' && !target) listener(shown?.markAt(offsetX, offsetY) ?? null);
        if (event === 'mouseout') listener(null);
      });
      if (event !== 'click') return;
      const lost = listenToLostClicks(element, (x, y) => listener(markAt(x, y)));
      chart.getZr().on('click', lost.found);
    },
    dispose: () => {
      holder.remove();
      chart.dispose();
    },
  };
}

/** The events of the whole picture beside those of a mark. */
const pictureEvents = { click: 'click', mouseover: 'mousemove', mouseout: 'globalout' } as const;

/**
 * Calls `listener` for each press of a mouse that neither the browser nor ECharts reports as a click, because the chart
 * was drawn anew between pointerdown and pointerup: the element that was pressed is gone then, though the same mark
 * stands there. `found` is to be called for each click that was reported.
 */
function listenToLostClicks(element: HTMLElement, listener: (x: number, y: number) => void) {
  let down: PointerEvent | null = null;
  element.addEventListener('pointerdown', (event) => {
    down = event.pointerType === 'mouse' && event.button === 0 ? event : null;
  });
  element.addEventListener('pointerup', ({ clientX, clientY }) => {
    const pressed = down;
    if (!pressed || Math.hypot(clientX - pressed.clientX, clientY - pressed.clientY) > MOST_SLIP) return;
    // The click event, where there is one, comes first.
    setTimeout(() => {
      if (down !== pressed) return;
      down = null;
      const { left, top } = element.getBoundingClientRect();
      listener(clientX - left, clientY - top);
    });
  });
  return {
    found: () => {
      down = null;
    },
  };
}

/** Pixels that a pointer may slip during a press, as for ECharts. */
const MOST_SLIP = 4;

function isWithin(box: Box | null, x: number, y: number): boolean {
  return box !== null && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function indexes({ seriesIndex, dataIndex }: MarkPosition) {
  return { seriesIndex, dataIndex };
}

/** The `mark` that the drawing wrote into a datum. */
function markOf(data: unknown): number | null {
  const mark = typeof data === 'object' && data !== null && 'mark' in data ? data.mark : null;
  return typeof mark === 'number' ? mark : null;
}
