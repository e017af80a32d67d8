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

export type MarkEvent = 'click' | 'mouseover' | 'mouseout';
export type Place = Pick<Drawing['marks'][number], 'seriesIndex' | 'dataIndex' | 'period'>;

/** What ECharts draws on, in an element of its own that may stand on the page or not. */
export interface Surface {
  readonly holder: HTMLElement;
  /** Whether it shows a drawing that was made for a width in pixels. */
  shows(drawing: Drawing, width: number): boolean;
  draw(drawing: Drawing, width: number): void;
  /** Shows which marks are meant, and which no longer. */
  emphasise(marks: readonly Place[]): void;
  /** Where a mark is drawn; null when it is not. */
  boxOf(mark: Place): Box | null;
  /** The mark at a point in pixels; null when there is none. */
  markAt(x: number, y: number): number | null;
  onMark(event: MarkEvent, tell: (mark: number | null) => void): void;
  /** Hears of each press that ECharts took for one, on a mark or not. */
  onClick(heard: () => void): void;
  dispose(): void;
}

export function createSurface(): Surface {
  const holder = document.createElement('div');
  const chart = echarts.init(holder, null, { renderer: 'svg', width: 1, height: 1 });
  let drawn: { drawing: Drawing; width: number } | null = null;
  let lit = false;
  const boxOf = (mark: Place): Box | null => {
    const own = drawn?.drawing.boxOf(mark);
    return own ? { x: own.left, y: own.top, width: own.width, height: own.height } : elementBox(chart, mark);
  };
  return {
    holder,
    shows: (drawing, width) => drawn?.drawing === drawing && drawn.width === width,
    draw: (drawing, width) => {
      drawn = { drawing, width };
      // ECharts' own `resize` would first lay the chart before out anew, which is about to go.
      chart.getZr().resize({ width, height: drawing.height });
      chart.setOption({ ...drawing.option, animation: false }, { notMerge: true });
    },
    emphasise: (marks) => {
      // To tell ECharts that nothing is meant takes it as long as drawing.
      if (lit) chart.dispatchAction({ type: 'downplay' });
      lit = marks.length > 0;
      if (lit) chart.dispatchAction({ type: 'highlight', batch: marks.map(indexes) });
    },
    boxOf,
    markAt: (x, y) => {
      const under = drawn?.drawing.marks.findLast((mark) => isWithin(boxOf(mark), x, y));
      return under?.index ?? drawn?.drawing.markAt(x, y) ?? null;
    },
    onMark: (event, tell) => {
      chart.on(event, (params) => tell(markOf(params.data)));
      // What is drawn together is no element of its own.
      chart.getZr().on(pictureEvents[event], ({ target, offsetX, offsetY }) => {
        if (event !== 'mouseout' && !target) tell(drawn?.drawing.markAt(offsetX, offsetY) ?? null);
        if (event === 'mouseout') tell(null);
      });
    },
    onClick: (heard) => {
      chart.getZr().on('click', heard);
    },
    dispose: () => chart.dispose(),
  };
}

/** The events of the whole picture beside those of a mark. */
const pictureEvents = { click: 'click', mouseover: 'mousemove', mouseout: 'globalout' } as const;

function isWithin(box: Box | null, x: number, y: number): boolean {
  return box !== null && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

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

function elementBox(chart: echarts.ECharts, { seriesIndex, dataIndex }: Place): Box | null {
  const series = (chart as unknown as Model).getModel().getSeriesByIndex(seriesIndex);
  const rect = series?.getData().getItemGraphicEl(dataIndex)?.getBoundingRect();
  return rect ? { x: rect.x, y: rect.y, width: rect.width, height: rect.height } : null;
}
