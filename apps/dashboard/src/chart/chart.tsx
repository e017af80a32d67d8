import './chart.css';
import type { CountsRead } from '@article21/contract/client';
import type { PlaceTree } from '@article21/model';
import type { Opened } from '@article21/pages/address';
import { type CSSProperties, useMemo } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { Canvas, openedBy } from './canvas.tsx';
import type { Drawn, Room } from './drawing-of.ts';
import { useDrawing } from './use-drawing.ts';
import { useWidth } from './use-width.ts';

interface ChartProps {
  counts: CountsRead;
  places: PlaceTree;
  /** Where the room is given, as on a slide: of long lists the largest are drawn, and the others counted. */
  room?: Room;
}

/** The counts, drawn. A mark is chosen by pointer, or by walking with the arrow keys; it opens its records. */
export function Chart({ counts, places, room }: ChartProps) {
  const { go, view } = usePage();
  const [frame, width] = useWidth<HTMLDivElement>();
  const column = useMemo(() => ({ width, height: null }), [width]);
  const drawn = useDrawing(counts, places, room ?? column);
  const marks = drawn?.drawing.marks;
  const opened = useMemo(
    () => marks?.findIndex((mark) => isOpened(view.opened, openedBy(mark))) ?? -1,
    [marks, view.opened],
  );
  const open = (index: number) => {
    const mark = drawn?.drawing.marks[index];
    if (mark) go({ opened: openedBy(mark) });
  };
  return (
    <figure
      className="chart"
      ref={frame}
      style={room && drawn && !drawn.paper ? enlarged(drawn) : sized(drawn)}
    >
      {drawn ? <Canvas drawing={drawn.drawing} open={open} opened={opened} /> : null}
    </figure>
  );
}

function sized(drawn: Drawn | null): CSSProperties {
  return { minHeight: drawn?.drawing.height ?? 320, zoom: drawn?.zoom };
}

/** As a transformation, in which the boxes of marks stay those of the drawing. */
function enlarged({ drawing, width, zoom }: Drawn): CSSProperties {
  return { width, height: drawing.height, transform: `scale(${zoom})`, transformOrigin: '0 0' };
}

function isOpened(a: Opened | null, b: Opened): boolean {
  if (!a) return false;
  const sameMeasures = a.measure.join() === b.measure.join();
  return sameMeasures && a.at === b.at && a.bucket === b.bucket && a.extra === b.extra;
}
