import './record-card.css';
import type { RestrictionRecord } from '@article21/model';
import { RecordCard as Card } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { usePage } from '../frame/page-context.tsx';
import { snapshotQuery } from '../queries.ts';

/** One record, with the names of its sources as soon as they are known. */
export function RecordCard({ record }: { record: RestrictionRecord }) {
  const { view } = usePage();
  const { data } = useQuery(snapshotQuery(view.query.snapshot));
  return <Card record={record} sources={data?.sources ?? []} />;
}
