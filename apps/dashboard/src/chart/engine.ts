import type { Drawing } from '@article21/charts';
import { useOutlines } from '@article21/render/outline-shape';
import { CustomChart } from 'echarts/charts';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([CustomChart, SVGRenderer]);
useOutlines();

/** Where something is within a chart, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A chart on the page. */
export interface Engine {
  show(drawing: Drawing, size: { width: number; height: number }): void;
  /** Shows which marks are meant. */
  emphasise(marks: readonly Place[]): void;
  /** Where a mark is drawn; null when it is not. */
  boxOf(mark: Place): Box | null;
  /** Tells which mark is pressed, pointed at or left; null for none. */
  onMark(event: 'click' | 'mouseover' | 'mouseout', tell: (mark: number | null) => void): void;
  dispose(): void;
}

type Place = Pick<Drawing['marks'][number], 'seriesIndex' | 'dataIndex' | 'period'>;

/** Shows drawings in an element, one in place of the other. */
export function createEngine(element: HTMLElement): Engine {
  const holder = document.createElement('div');
  const chart = echarts.init(holder, null, { renderer: 'svg', width: 1, height: 1 });
  let drawing: Drawing | null = null;
  const placeOf = (mark: Place): Box | null => {
    const own = drawing?.boxOf(mark);
    return own ? { x: own.left, y: own.top, width: own.width, height: own.height } : boxOf(chart, mark);
  };
  const markUnder = (x: number, y: number): number | null => {
    const under = drawing?.marks.findLast((mark) => isWithin(placeOf(mark), x, y));
    return under?.index ?? drawing?.markAt(x, y) ?? null;
  };
  return {
    show: (next, size) => {
      drawing = next;
      // Within the page, each element that goes or comes would have the browser look at what stands around it.
      holder.remove();
      // ECharts' own `resize` would first lay the chart before out anew, which is about to go.
      chart.getZr().resize(size);
      chart.setOption({ ...next.option, animation: false }, { notMerge: true });
      element.append(holder);
    },
    emphasise: (marks) => {
      chart.dispatchAction({ type: 'downplay' });
      if (marks.length > 0) chart.dispatchAction({ type: 'highlight', batch: marks.map(indexes) });
    },
    boxOf: placeOf,
    onMark: (event, tell) => {
      chart.on(event, (params) => tell(markOf(params.data)));
      // What is drawn together is no element of its own.
      chart.getZr().on(events[event], ({ target, offsetX, offsetY }) => {
        if (event !== 'mouseout' && !target) tell(drawing?.markAt(offsetX, offsetY) ?? null);
        if (event === 'mouseout') tell(null);
      });
      if (event === 'click') tellOfLostClicks(element, chart, (x, y) => tell(markUnder(x, y)));
    },
    dispose: () => {
      chart.dispose();
      holder.remove();
    },
  };
}

/**
 * Draws a picture, and another in its place, where nobody sees it. A browser translates a program as it first runs:
 * without this, whoever makes the first choice waits for that.
 */
export function rehearse(drawing: Drawing, width: number): void {
  const size = { width, height: drawing.height };
  const engine = createEngine(document.createElement('div'));
  engine.show(drawing, size);
  engine.show(drawing, size);
  engine.dispose();
}

/**
 * Tells of presses of a mouse that neither the browser nor ECharts calls a click, because the picture was drawn anew
 * between the button's going down and up: what it went down upon is gone then, though the same stands there.
 */
function tellOfLostClicks(
  element: HTMLElement,
  chart: echarts.ECharts,
  tell: (x: number, y: number) => void,
): void {
  let down: PointerEvent | null = null;
  element.addEventListener('pointerdown', (event) => {
    down = event.pointerType === 'mouse' && event.button === 0 ? event : null;
  });
  chart.getZr().on('click', () => {
    down = null;
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
}

/** Pixels that a pointer may slip during a press, as for ECharts. */
const STILL = 4;

function isWithin(box: Box | null, x: number, y: number): boolean {
  return box !== null && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** The events of the whole picture beside those of a mark. */
const events = { click: 'click', mouseover: 'mousemove', mouseout: 'globalout' } as const;

function indexes({ seriesIndex, dataIndex }: Place) {
  return { seriesIndex, dataIndex };
}

/** The `mark` that the drawing wrote into a datum. */
function markOf(data: unknown): number | null {
  const mark = typeof data === 'object' && data !== null && 'mark' in data ? data.mark : null;
  return typeof mark === 'number' ? mark : null;
}

/** What is used of ECharts' model; it has no public way of asking where something was drawn. */
interface Model {
  getModel(): {
    getSeriesByIndex(index: number): {
      getData(): { getItemGraphicEl(index: number): { getBoundingRect(): Box } | null };
    } | null;
  };
}

function boxOf(chart: echarts.ECharts, { seriesIndex, dataIndex }: Place): Box | null {
  const series = (chart as unknown as Model).getModel().getSeriesByIndex(seriesIndex);
  const rect = series?.getData().getItemGraphicEl(dataIndex)?.getBoundingRect();
  return rect ? { x: rect.x, y: rect.y, width: rect.width, height: rect.height } : null;
}
