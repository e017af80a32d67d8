import './source-page.css';
import '../methods/methods.css';
import { MethodsView, Waiting } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { usePageTexts } from '../about/page-texts.ts';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { ExampleChart } from '../methods/example-chart.tsx';
import { coverageQuery, snapshotQuery } from '../queries.ts';

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
