import type { Drawing, Mark } from '@article21/charts';
import type { Opened } from '@article21/pages/address';
import { useSite } from '@article21/pages/views';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Drawn } from './drawing-of.ts';
import { type Box, createEngine, type Engine } from './engine.ts';
import { nextMark } from './keyboard.ts';
import { linkedMarks } from './linked.ts';

interface CanvasProps extends Pick<Drawn, 'drawing'> {
  open(mark: number): void;
  /** The mark whose records are shown; -1 for none. */
  opened: number;
}

/** A drawing. A mark is chosen by pointer, or by walking with the arrow keys. */
export function Canvas({ drawing, open, opened }: CanvasProps) {
  const { words } = useSite();
  const [walked, setWalked] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const { element, engine } = useEngine({ drawing, open }, setHovered);
  // Another drawing has other marks.
  const [drawn, setDrawn] = useState(drawing);
  if (drawn !== drawing) {
    setDrawn(drawing);
    setWalked(null);
    setHovered(null);
  }
  const shown = hovered ?? walked;
  const linked = useMemo(() => linkedMarks(drawing.marks, shown ?? opened), [drawing, shown, opened]);
  useEffect(() => {
    engine.current?.emphasise(linked);
  }, [engine, linked]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      if (walked !== null) open(walked);
      event.preventDefault();
      return;
    }
    const next = nextMark(event.key, walked, drawing.marks.length);
    if (next === undefined) return;
    event.preventDefault();
    setHovered(null);
    setWalked(next);
  };
  return (
    <>
      <div
        className="chart-walk"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the chart is walked with the arrow keys
        tabIndex={0}
        aria-roledescription={words.ui.filter.chart}
        aria-label={words.ui.page.walk}
        onKeyDown={onKeyDown}
        onBlur={() => setWalked(null)}
      >
        <div className="chart-canvas" ref={element} role="img" aria-label={drawing.description} />
        <Bands drawing={drawing} marks={linked} />
        <Pointed drawing={drawing} mark={shown} walked={shown !== null && shown === walked} engine={engine} />
      </div>
      <p className="hidden" aria-live="polite">
        {walked === null ? '' : drawing.marks[walked]?.label}
      </p>
    </>
  );
}

function useEngine({ drawing, open }: Omit<CanvasProps, 'opened'>, hover: (mark: number | null) => void) {
  const element = useRef<HTMLDivElement>(null);
  const engine = useRef<Engine | null>(null);
  const latest = useRef(open);
  latest.current = open;
  useLayoutEffect(() => {
    if (!element.current) return;
    const created = createEngine(element.current);
    created.onMark('click', (mark) => mark !== null && latest.current(mark));
    created.onMark('mouseover', hover);
    created.onMark('mouseout', () => hover(null));
    engine.current = created;
    return () => {
      engine.current = null;
      created.dispose();
    };
  }, [hover]);
  useLayoutEffect(() => {
    engine.current?.show(drawing);
  }, [drawing]);
  return { element, engine };
}

/** Shows which of the marks are meant that are drawn together. */
function Bands({ drawing, marks }: { drawing: Drawing; marks: readonly Mark[] }) {
  return marks.map((mark) => {
    const box = drawing.boxOf(mark);
    return box ? <span key={mark.index} className="chart-band" style={{ ...box }} /> : null;
  });
}

interface PointedProps {
  drawing: Drawing;
  mark: number | null;
  walked: boolean;
  engine: { current: Engine | null };
}

/** What the meant mark says, beside it. Text, never markup: names come from outside. */
function Pointed({ drawing, mark, walked, engine }: PointedProps) {
  const [box, setBox] = useState<Box | null>(null);
  const meant = mark === null ? undefined : drawing.marks[mark];
  const locate = useCallback(() => {
    setBox(meant ? (engine.current?.boxOf(meant) ?? null) : null);
  }, [meant, engine]);
  useLayoutEffect(locate, [locate]);
  const ring = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // Who walks with the keys looks where they lead; a pointer is there already.
    if (!walked || !box) return;
    for (const { current } of [tip, ring]) current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [walked, box]);
  if (!meant || !box) return null;
  return (
    <>
      {walked ? (
        <span
          ref={ring}
          className="chart-ring"
          style={{ left: box.x - 3, top: box.y - 1, width: box.width + 6, height: box.height + 2 }}
        />
      ) : null}
      <span
        ref={tip}
        className="chart-tip"
        style={{ top: box.y + box.height + 4, left: `max(0px, min(${box.x}px, 100% - 320px))` }}
      >
        {meant.label}
      </span>
    </>
  );
}

/** What a mark opens. */
export function openedBy({ measure, place, places, phase, period }: Drawing['marks'][number]): Opened {
  const at = phase ?? place ?? places?.join(',') ?? null;
  return { measure: [measure], at, bucket: period ?? null, extra: null };
}
