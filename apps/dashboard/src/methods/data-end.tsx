import { useQuery } from '@tanstack/react-query';
import { usePageTexts } from '../about/page-texts.ts';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { coverageQuery, snapshotQuery } from '../queries.ts';
import { extentOf } from '../url/extent.ts';

/** What the shown data do not say: which days, where nobody watched, and what could be placed only roughly. */
export function DataEnd() {
  const { view, words } = usePage();
  const { methods } = usePageTexts();
  const snapshot = useQuery(snapshotQuery(view.query.snapshot));
  const coverage = useQuery(coverageQuery(view.query.snapshot));
  const error = snapshot.error ?? coverage.error;
  const retry = () => {
    if (snapshot.error) void snapshot.refetch();
    if (coverage.error) void coverage.refetch();
  };
  if (error) return <Failure error={error} retry={retry} />;
  if (!snapshot.data || !coverage.data) return <Waiting />;
  const { open } = snapshot.data.extent;
  const period = words.extent({ ...extentOf(snapshot.data), open });
  const watched = coverage.data.length;
  return (
    <ul className="data-end">
      <li>{period === null ? methods.noExtent : words.fill(methods.extent, { period })}</li>
      <li>{watched === 0 ? methods.unwatched : words.plural(methods.watched, watched)}</li>
      <li>{methods.undated}</li>
      <li>{words.fill(methods.unplaced, { unplaced: words.ui.evidence.cityNotStated })}</li>
      <li>{words.fill(methods.internal, { withheld: words.ui.evidence.withheld })}</li>
    </ul>
  );
}
