import { localText } from '@article21/model';
import { Footer, Frame as FrameView, Header, OlderVersion } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { snapshotQuery, snapshotsQuery } from '../queries.ts';
import { usePage } from './page-context.tsx';

// The same each time, so that they are not drawn anew with the page that stands between them.
const header = <SnapshotHeader />;
const notice = <VersionNotice />;
const footer = <SnapshotFooter />;

/** What stands around every page. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <FrameView header={header} notice={notice} footer={footer}>
      {children}
    </FrameView>
  );
}

function SnapshotHeader() {
  const { view } = usePage();
  const { data } = useQuery(snapshotQuery(view.query.snapshot));
  return <Header dataset={data?.dataset ?? null} />;
}

function SnapshotFooter() {
  const { view } = usePage();
  const { data } = useQuery(snapshotQuery(view.query.snapshot));
  return <Footer snapshot={data ?? null} />;
}

/** Says on every page that it shows an older version of the data, or another dataset. */
function VersionNotice() {
  const { view, lang } = usePage();
  const { snapshot } = view.query;
  const { data } = useQuery({ ...snapshotsQuery(), enabled: snapshot !== null });
  // One that is not kept here fails to load, which the page says by itself.
  const shown = data?.snapshots.find(({ id }) => id === snapshot);
  // Of a current one that cannot be read nobody knows whose it is.
  const current = data?.snapshots.find(({ id }) => id === data.current);
  if (!shown || !current || shown === current) return null;
  const titleOf = (it: typeof shown) => localText(it, 'title', lang, it.language).text;
  const titles = shown.name === current.name ? null : { title: titleOf(shown), current: titleOf(current) };
  return <OlderVersion shown={shown.id} titles={titles} />;
}
