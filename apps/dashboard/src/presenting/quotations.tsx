import { printView } from '@article21/pages/address';
import { useMemo, useState } from 'react';
import { RecordCard } from '../evidence/record-card.tsx';
import { PageScope, usePage } from '../frame/page-context.tsx';
import { Panel } from './panel.tsx';
import type { ReadySlide } from './prepare.ts';

/** Records that are drawn at once. */
const STEP = 100;

/** The records behind a slide, each with the sentence that says so. */
export function Quotations({ ready, close }: { ready: ReadySlide; close(): void }) {
  const page = usePage();
  const { view, counts, places, vocabulary, records } = ready;
  const [shown, setShown] = useState(STEP);
  const words = page.words.of(vocabulary);
  const scope = useMemo(() => {
    // A source is read in the words of the slide, and the presentation goes along: Back leads to it.
    const href: typeof page.href = ({ route = { page: 'charts' }, query, ...rest }) =>
      printView({ show: page.view.show, ...rest, route, query: { ...view.query, ...query } });
    return { ...page, view, places, words, href };
  }, [page, view, places, words]);
  return (
    <PageScope page={scope}>
      <Panel title={words.ui.present.quotations} close={close}>
        {records.length === 0 ? <p>{words.empty(view.query, counts)}</p> : null}
        {records.slice(0, shown).map((record) => (
          <RecordCard key={record.id} record={record} />
        ))}
        {records.length > shown ? (
          <button type="button" className="button" onClick={() => setShown(shown + STEP)}>
            {words.ui.evidence.more}
          </button>
        ) : null}
      </Panel>
    </PageScope>
  );
}
