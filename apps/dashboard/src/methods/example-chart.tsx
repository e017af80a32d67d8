import '../chart/chart.css';
import { drawNotation } from '@article21/charts';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { createEngine } from '../chart/engine.ts';
import { useWidth } from '../chart/use-width.ts';
import { usePage } from '../frame/page-context.tsx';
import { useHydrated } from '../frame/use-hydrated.ts';

/** How each way of stating a quantity is drawn: as the server drew it, until the program has taken in its page. */
export function ExampleChart() {
  return useHydrated() ? <DrawnHere /> : <figure suppressHydrationWarning dangerouslySetInnerHTML={kept} />;
}

/** What stands in an element that is hydrated stays there, whatever is said here. */
const kept = { __html: '' };

function DrawnHere() {
  const { words, theme } = usePage();
  const [frame, width] = useWidth<HTMLElement>();
  const element = useRef<HTMLDivElement>(null);
  const drawing = useMemo(
    () => (width === 0 ? null : drawNotation({ words, width, theme })),
    [words, theme, width],
  );
  useLayoutEffect(() => {
    if (!drawing || !element.current) return;
    const engine = createEngine(element.current);
    engine.show(drawing);
    return () => engine.dispose();
  }, [drawing]);
  return (
    <figure className="chart" ref={frame} style={{ minHeight: drawing?.height ?? 320 }}>
      {drawing ? (
        <div className="chart-canvas" ref={element} role="img" aria-label={drawing.description} />
      ) : null}
    </figure>
  );
}
