import './source-page.css';
import { useQuery } from '@tanstack/react-query';
import { RecordCard } from '../evidence/record-card.tsx';
import { RecordFacts } from '../evidence/record-facts.tsx';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { Waiting } from '../frame/waiting.tsx';
import { recordQuery } from '../queries.ts';
import { Link } from '../url/link.tsx';

/** One record under an address of its own. */
export function RecordPage({ id }: { id: string }) {
  const { view, words, places, href } = usePage();
  const { data, error, refetch } = useQuery(recordQuery(id, view.query.snapshot));
  const place = data ? places?.get(data.place) : undefined;
  useTitle(data && place ? `${words.placeName(place)}: ${words.kind[data.kind]}` : words.ui.evidence.record);
  if (error) return <Failure heads error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting tall />;
  return (
    <div className="text-page">
      <p className="source-back">
        <Link href={href({ route: { page: 'charts' } })}>{words.ui.evidence.back}</Link>
      </p>
      <RecordCard record={data} level="h1" more={<RecordFacts record={data} />} />
    </div>
  );
}
