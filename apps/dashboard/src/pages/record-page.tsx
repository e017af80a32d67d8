import './source-page.css';
import '../evidence/record-card.css';
import { RecordView, titleOfRecord, Waiting } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { assembliesQuery, recordQuery, snapshotQuery } from '../queries.ts';

/** One record under an address of its own. */
export function RecordPage({ id }: { id: string }) {
  const { view, words, places } = usePage();
  const { snapshot } = view.query;
  const record = useQuery(recordQuery(id, snapshot));
  const about = useQuery(snapshotQuery(snapshot));
  const assembly = record.data?.assembly ?? null;
  const assemblies = useQuery({ ...assembliesQuery(snapshot), enabled: assembly !== null });
  useTitle(record.data && places ? titleOfRecord(record.data, words, places) : words.ui.evidence.record);
  const error = record.error ?? about.error;
  const retry = () => {
    if (record.error) void record.refetch();
    if (about.error) void about.refetch();
  };
  if (error) return <Failure heads error={error} retry={retry} />;
  if (!record.data || !about.data) return <Waiting tall />;
  const found = assemblies.data?.find((it) => it.id === assembly) ?? null;
  return <RecordView record={record.data} snapshot={about.data} assembly={found} />;
}
