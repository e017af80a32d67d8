import { resolveQuery } from '@article21/charts';
import './evidence.css';
import './record-card.css';
import type { Opened } from '@article21/pages/address';
import { Orientation, Waiting } from '@article21/pages/views';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { Sheet } from '../frame/sheet.tsx';
import { useMedia } from '../frame/use-media.ts';
import { quotationQuery, recordsQuery, snapshotQuery } from '../queries.ts';
import { withSign } from './order-records.ts';
import { RecordList } from './record-list.tsx';
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
    <aside className="evidence" aria-label={words.ui.evidence.title}>
      {opened ? <Panel key={JSON.stringify(opened)} opened={opened} close={close} /> : <Before />}
    </aside>
  );
}

/** What a stranger needs, until records are opened. */
function Before() {
  const { snapshot } = usePage().view.query;
  const { data: about } = useQuery(snapshotQuery(snapshot));
  const { data: quoting } = useQuery(quotationQuery(snapshot));
  return <Orientation snapshot={about ?? null} record={quoting?.[0] ?? null} />;
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

/** Records that are fetched unasked, so that they can be ordered and searched; of more the list begins by date. */
const MOST = 1000;
/** Records that are drawn at once. */
const STEP = 50;
/** The most that the API answers at once. */
const PAGE = 200;

function Opening({ opened }: { opened: Opened }) {
  const { view, words, places } = usePage();
  const { sign } = opened;
  const counted = resolveQuery(view.query);
  const recordQuery = recordQueryOf(counted, opened);
  const records = useInfiniteQuery(recordsQuery({ ...recordQuery, limit: PAGE }));
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = records;
  const all = data?.pages.flatMap((page) => page.records) ?? [];
  const [wantsAll, setWantsAll] = useState(false);
  const { data: about } = useQuery(snapshotQuery(view.query.snapshot));
  const fetches = hasNextPage && (wantsAll || all.length < MOST);
  useEffect(() => {
    if (fetches && !isFetchingNextPage && !error) void fetchNextPage();
  }, [fetches, isFetchingNextPage, error, fetchNextPage]);
  if (error) return <Failure error={error} retry={() => void records.refetch()} />;
  if (!data || (fetches && !wantsAll)) return <Waiting />;
  const opening = [
    ...opened.measure.map((id) => words.measure(id).label),
    opened.at === null
      ? null
      : words.list(opened.at.split(',').map((id) => words.rowName(id, places, counted.by))),
    opened.bucket === null ? null : words.bucket(opened.bucket, counted),
    sign ? words.drawing.signNames[sign] : null,
  ];
  const belonging = all.filter((record) => belongs(record, counted, opened));
  return (
    <div className="evidence-records">
      <p className="evidence-about">{opening.filter(Boolean).join(' · ')}</p>
      <RecordList
        records={sign ? withSign(belonging, { measures: opened.measure, sign }, words) : belonging}
        sources={about?.sources ?? []}
        step={STEP}
        measures={opened.measure}
        query={opened.extra === null && !sign ? recordQuery : null}
        all={hasNextPage ? () => setWantsAll(true) : null}
        pending={fetches}
      />
    </div>
  );
}
