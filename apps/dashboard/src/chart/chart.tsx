import './chart.css';
import type { CountsRead } from '@article21/contract/client';
import type { PlaceTree } from '@article21/model';
import type { Opened } from '@article21/pages/address';
import { useMemo } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { Canvas, openedBy } from './canvas.tsx';
import { useDrawing } from './use-drawing.ts';
import { useWidth } from './use-width.ts';

interface ChartProps {
  counts: CountsRead;
  places: PlaceTree;
  /** Whether the room is given, as on a slide: of long lists the largest are drawn, and the others counted. */
  compact?: boolean;
}

/** The counts, drawn. A mark is chosen by pointer, or by walking with the arrow keys; it opens its records. */
export function Chart({ counts, places, compact = false }: ChartProps) {
  const { go, view } = usePage();
  const [frame, width] = useWidth<HTMLDivElement>();
  const drawn = useDrawing(counts, places, { width, compact });
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
      style={{ minHeight: drawn?.drawing.height ?? 320, zoom: drawn?.zoom }}
    >
      {drawn ? <Canvas drawing={drawn.drawing} open={open} opened={opened} /> : null}
    </figure>
  );
}

function isOpened(a: Opened | null, b: Opened): boolean {
  if (!a) return false;
  const sameMeasures = a.measure.join() === b.measure.join();
  return sameMeasures && a.at === b.at && a.bucket === b.bucket && a.beside === b.beside;
}
