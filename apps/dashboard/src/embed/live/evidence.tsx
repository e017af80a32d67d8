import type { Mark } from '@article21/charts';
import type { RestrictionRecord } from '@article21/model';
import { useSite } from '@article21/pages/views';
import { useEffect, useRef, useState } from 'react';
import { openedBy } from '../../chart/canvas.tsx';
import { RecordList } from '../../evidence/record-list.tsx';
import { recordQueryOf } from '../../evidence/record-query.ts';
import { client, type Numbers } from './numbers.ts';

/** Records that are drawn at once: an embed is short. */
const STEP = 20;
/** The most that the API answers at once, and that are fetched unasked, so that they can be ordered and searched. */
const PAGE = 200;
const MOST = 1000;

interface EvidenceProps {
  mark: Mark;
  numbers: Numbers;
  close(): void;
}

/** The records behind a mark. Takes the focus; Escape closes it. */
export function Evidence({ mark, numbers, close }: EvidenceProps) {
  const { words } = useSite();
  const { evidence, state } = words.ui;
  const heading = useRef<HTMLHeadingElement>(null);
  const { records, all, status, load } = useRecords(mark, numbers);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section
      className="evidence"
      aria-label={evidence.title}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <div className="evidence-head">
        <h2 ref={heading} tabIndex={-1}>
          {evidence.title}
        </h2>
        <button type="button" onClick={close}>
          {evidence.close}
        </button>
      </div>
      <p className="quiet">{mark.label}</p>
      {records.length > 0 ? (
        <RecordList
          records={records}
          sources={numbers.sources}
          step={STEP}
          measures={[mark.measure]}
          query={recordQueryOf(numbers.query, openedBy(mark))}
          all={all}
          pending={status === 'loading'}
        />
      ) : null}
      {status === 'loading' && records.length === 0 ? <p role="status">{state.loading}</p> : null}
      {status === 'failed' ? (
        <>
          <p role="status">{state.error}</p>
          <button type="button" onClick={load}>
            {state.retry}
          </button>
        </>
      ) : null}
    </section>
  );
}

/** The records of a mark: page by page those that come unasked, the others when `all` is called. */
function useRecords(mark: Mark, { query }: Numbers) {
  const [records, setRecords] = useState<readonly RestrictionRecord[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [wanted, setWanted] = useState(MOST);
  const [status, setStatus] = useState<'loading' | 'shown' | 'failed'>('loading');
  const load = () => {
    setStatus('loading');
    client.records({ ...recordQueryOf(query, openedBy(mark)), limit: PAGE, cursor: next }).then(
      (page) => {
        setRecords((before) => [...before, ...page.records]);
        setNext(page.next);
        setStatus('shown');
      },
      (error: unknown) => {
        setStatus('failed');
        reportError(error);
      },
    );
  };
  const isBegun = useRef(false);
  useEffect(() => {
    const goesOn = next !== null && status === 'shown' && records.length < wanted;
    if (isBegun.current && !goesOn) return;
    isBegun.current = true;
    load();
  });
  const all = next === null ? null : () => setWanted(Number.POSITIVE_INFINITY);
  return { records, all: records.length < wanted && wanted === MOST ? null : all, status, load };
}
