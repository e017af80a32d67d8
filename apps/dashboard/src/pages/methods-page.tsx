import './source-page.css';
import '../methods/methods.css';
import { MethodsView, Waiting } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { usePageTexts } from '../about/page-texts.ts';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { coverageQuery, snapshotQuery } from '../queries.ts';
import '../chart/chart.css';
import { drawNotation } from '@article21/charts';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { createEngine } from '../chart/engine.ts';
import { useWidth } from '../chart/use-width.ts';
import { useHydrated } from '../frame/use-hydrated.ts';

/** How words become numbers, what every measure counts, how doubt is written and drawn, and where the data end. */
export function MethodsPage() {
  const { view, words } = usePage();
  const texts = usePageTexts();
  const snapshot = useQuery(snapshotQuery(view.query.snapshot));
  const coverage = useQuery(coverageQuery(view.query.snapshot));
  useTitle(words.ui.footer.method);
  const error = snapshot.error ?? coverage.error;
  const retry = () => {
    if (snapshot.error) void snapshot.refetch();
    if (coverage.error) void coverage.refetch();
  };
  if (error) return <Failure heads error={error} retry={retry} />;
  if (!snapshot.data || !coverage.data) return <Waiting tall />;
  return (
    <MethodsView snapshot={snapshot.data} coverage={coverage.data} texts={texts} example={<ExampleChart />} />
  );
}

/** How each way of stating a quantity is drawn: as the server drew it, until the program has taken in its page. */
function ExampleChart() {
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
