import { printView } from '@article21/pages/address';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { RecordCard } from '../evidence/record-card.tsx';
import { PageScope, usePage } from '../frame/page-context.tsx';
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

interface PanelProps {
  title: string;
  close(): void;
  children: ReactNode;
}

/** What is opened beside a slide. Takes the focus, and gives it back. */
function Panel({ title, close, children }: PanelProps) {
  const { words } = usePage();
  const panel = useRef<HTMLElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <aside className="present-panel" ref={panel} tabIndex={0} aria-labelledby={heading}>
      <div className="present-panel-head">
        <h2 className="section-title" id={heading}>
          {title}
        </h2>
        <button type="button" className="quiet" onClick={close}>
          {words.ui.evidence.close}
        </button>
      </div>
      {children}
    </aside>
  );
}
