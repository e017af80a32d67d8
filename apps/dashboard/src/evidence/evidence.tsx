import { resolveQuery } from '@article21/charts';
import './evidence.css';
import type { Opened } from '@article21/pages/address';
import { EvidenceHint, Waiting } from '@article21/pages/views';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { Sheet } from '../frame/sheet.tsx';
import { useMedia } from '../frame/use-media.ts';
import { recordsQuery } from '../queries.ts';
import { RecordCard } from './record-card.tsx';
import { belongs, recordQueryOf } from './record-query.ts';

/** What stands behind the number that a reader chose: beside the chart where there is room, else over it. */
export function Evidence() {
  const { view, words, go, isLive } = usePage();
  const wide = useMedia('(min-width: 1100px)');
  // A server writes what no choice is known of yet, for every width: the style sheet hides it where there is no room.
  const opened = isLive ? view.opened : null;
  const close = () => go({ opened: null });
  if (isLive && !wide)
    return (
      <Sheet open={opened !== null} title={words.ui.evidence.title} onClose={close}>
        {opened ? <Opening opened={opened} /> : null}
      </Sheet>
    );
  return (
    <aside className="evidence needs-script" aria-label={words.ui.evidence.title}>
      {opened ? <Panel key={JSON.stringify(opened)} opened={opened} close={close} /> : <EvidenceHint />}
    </aside>
  );
}

/** Takes the focus when a reader opens it and gives it back when it closes; Esc closes it. */
function Panel({ opened, close }: { opened: Opened; close(): void }) {
  const { words } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const before = document.activeElement;
    // A link that was shared opens with the page: nobody was anywhere before.
    if (before instanceof HTMLElement && before !== document.body)
      heading.current?.focus({ preventScroll: true });
    const onKeyDown = (event: KeyboardEvent) => {
      const elsewhere = document.querySelector('[role="dialog"]');
      if (event.key !== 'Escape' || event.defaultPrevented || elsewhere) return;
      latest.current();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <div className="evidence-head">
        <h2 className="section-title" ref={heading} tabIndex={-1}>
          {words.ui.evidence.title}
        </h2>
        <button type="button" className="quiet" onClick={close}>
          {words.ui.evidence.close}
        </button>
      </div>
      <Opening opened={opened} />
    </>
  );
}

function Opening({ opened }: { opened: Opened }) {
  const { view, words, places } = usePage();
  const counted = resolveQuery(view.query);
  const records = useInfiniteQuery(recordsQuery(recordQueryOf(counted, opened)));
  const { evidence } = words.ui;
  if (records.error) return <Failure error={records.error} retry={() => void records.refetch()} />;
  if (!records.data) return <Waiting />;
  const all = records.data.pages.flatMap((page) => page.records);
  const shown = all.filter((record) => belongs(record, counted, opened));
  const about = [
    ...opened.measure.map((id) => words.measure[id].label),
    opened.at === null ? null : words.rowName(opened.at, places, counted.by),
    opened.bucket === null ? null : words.bucket(opened.bucket, counted),
  ];
  return (
    <div className="evidence-records">
      <p className="evidence-about">{about.filter(Boolean).join(' · ')}</p>
      {shown.length === 0 && !records.hasNextPage ? <p>{words.ui.state.empty}</p> : null}
      {shown.map((record) => (
        <RecordCard key={record.id} record={record} />
      ))}
      {records.hasNextPage ? (
        <button
          type="button"
          className="button"
          disabled={records.isFetchingNextPage}
          onClick={() => void records.fetchNextPage()}
        >
          {evidence.more}
        </button>
      ) : null}
    </div>
  );
}
