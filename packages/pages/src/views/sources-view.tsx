import type { SnapshotAnswer } from '@article21/contract/client';
import { useSite } from './site.tsx';
import { SourceList } from './source-list.tsx';

/** Every document that the numbers rest on. */
export function SourcesView({ sources }: Pick<SnapshotAnswer, 'sources'>) {
  const { words } = useSite();
  return (
    <section className="text-page">
      <h1>{words.ui.nav.sources}</h1>
      <SourceList sources={sources} />
    </section>
  );
}
