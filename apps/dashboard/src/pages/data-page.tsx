import './source-page.css';
import '../about/about.css';
import type { PageTexts } from '@article21/messages';
import { AboutDataView, Changes, Compared, type Version, Waiting } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePageTexts } from '../about/page-texts.ts';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { assembliesQuery, changesQuery, snapshotQuery, snapshotsQuery } from '../queries.ts';

/** What the data are: which version, who made it, what changed, whose it is, how one checks and cites it. */
export function DataPage() {
  const { view } = usePage();
  const texts = usePageTexts();
  const snapshot = useQuery(snapshotQuery(view.query.snapshot));
  const published = useQuery(snapshotsQuery());
  useTitle(texts.about.title);
  const error = snapshot.error ?? published.error;
  const retry = () => {
    if (snapshot.error) void snapshot.refetch();
    if (published.error) void published.refetch();
  };
  if (error) return <Failure heads error={error} retry={retry} />;
  if (!snapshot.data || !published.data) return <Waiting tall />;
  const { id, dataset } = snapshot.data;
  const { current, snapshots } = published.data;
  // What has another name is another dataset.
  const versions = snapshots
    .filter(({ name }) => name === dataset.name)
    .map((it) => ({ ...it, current: it.id === current }));
  return (
    <AboutDataView
      snapshot={snapshot.data}
      versions={versions}
      texts={texts}
      changes={<ChosenChanges key={id} versions={versions} shown={id} about={texts.about} />}
    />
  );
}

interface ChosenChangesProps {
  versions: readonly Version[];
  shown: string;
  about: PageTexts['about'];
}

function ChosenChanges({ versions, shown, about }: ChosenChangesProps) {
  const [since, setSince] = useState<string | null>(null);
  const { view } = usePage();
  const { data, error, refetch } = useQuery(changesQuery(shown, since));
  const { data: snapshot } = useQuery(snapshotQuery(view.query.snapshot));
  const { data: assemblies = [] } = useQuery(assembliesQuery(view.query.snapshot));
  const named = { assemblies, sources: snapshot?.sources ?? [] };
  return (
    <Changes
      versions={versions}
      shown={shown}
      about={about}
      since={since}
      choose={({ target }) => setSince(target.value || null)}
    >
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : data ? (
        <Compared changes={data} named={named} about={about} />
      ) : (
        <Waiting />
      )}
    </Changes>
  );
}
