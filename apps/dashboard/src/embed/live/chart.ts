import type { Drawing } from '@article21/charts';
import type { Words } from '@article21/messages';
import { createEngine, type Engine } from '../../chart/engine.ts';
import { linkedMarks } from '../../chart/linked.ts';
import { drawAt } from './drawing.ts';
import { element } from './element.ts';
import { walkWithKeys } from './keys.ts';
import type { Numbers } from './numbers.ts';
import { createPointer, type Pointer } from './pointer.ts';

/** What is drawn wider would be no easier to read. */
const WIDEST = 1040;

/** Puts the live chart in place of the drawn one. Choosing a mark calls `choose`; the answer ends it. */
export function showChart(
  chart: HTMLElement,
  numbers: Numbers,
  words: Words,
  choose: (mark: Drawing['marks'][number]) => void,
): () => void {
  const canvas = element('div', { className: 'canvas', role: 'img' });
  const pointer = createPointer();
  chart.append(element('div', { className: 'live' }, canvas, ...pointer.parts));
  const engine = createEngine(canvas);
  const light = lightWith(engine, pointer);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const widthOf = () => Math.min(WIDEST, Math.floor(chart.clientWidth));
  let drawing = drawAt(numbers, words, { width: widthOf(), dark: dark.matches });

  const point = (index: number | null, walked: boolean) => {
    const mark = index === null ? undefined : drawing.marks[index];
    light(drawing, index);
    const box = mark ? engine.boxOf(mark) : null;
    pointer.point(mark && box ? { mark, box } : null, walked);
  };
  const chosen = (index: number | null) => {
    const mark = index === null ? undefined : drawing.marks[index];
    if (mark) choose(mark);
  };
  const keys = walkWithKeys(
    chart,
    () => drawing.marks.length,
    (index) => point(index, true),
    chosen,
  );
  const show = () => {
    const width = widthOf();
    if (width === 0) return;
    drawing = drawAt(numbers, words, { width, dark: dark.matches });
    canvas.ariaLabel = drawing.description;
    engine.show(drawing);
    point(keys.at(), true);
  };
  engine.onMark('click', chosen);
  engine.onMark('mouseover', (index) => point(index, false));
  engine.onMark('mouseout', () => point(keys.at(), true));
  chart.classList.add('is-live');
  chart.role = 'application';
  chart.ariaLabel = words.ui.page.walk;
  const looks = whenLooksChange(chart, dark, show);
  return () => {
    keys.end();
    looks.end();
    engine.dispose();
  };
}

/** Shows now, and whenever there is other room or other light. */
function whenLooksChange(chart: HTMLElement, dark: MediaQueryList, show: () => void) {
  const resized = new ResizeObserver(show);
  resized.observe(chart);
  dark.addEventListener('change', show);
  show();
  return {
    end: () => {
      resized.disconnect();
      dark.removeEventListener('change', show);
    },
  };
}

/** Lights up the mark at an index and those that belong to it. */
function lightWith(engine: Engine, pointer: Pointer) {
  let isLit = false;
  return (drawing: Drawing, index: number | null) => {
    const linked = linkedMarks(drawing.marks, index ?? -1);
    // To tell ECharts that nothing is meant, when nothing was, takes it as long as drawing.
    if (linked.length > 0 || isLit) engine.emphasise(linked);
    isLit = linked.length > 0;
    pointer.bands(linked.flatMap((mark) => drawing.boxOf(mark) ?? []));
  };
}
