import type { Mark } from '@article21/charts';
import type { RestrictionRecord } from '@article21/model';
import { RecordCard, useSite } from '@article21/pages/views';
import { useEffect, useRef, useState } from 'react';
import { openedBy } from '../../chart/canvas.tsx';
import { recordQueryOf } from '../../evidence/record-query.ts';
import { client, type Numbers } from './numbers.ts';

/** A page of an embed is short; all of them are at the chart's own address. */
const PAGE = 20;

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
  const { records, next, status, load } = useRecords(mark, numbers);
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
      {records.map((record) => (
        <RecordCard key={record.id} record={record} sources={numbers.sources} />
      ))}
      {status === 'shown' ? null : <p role="status">{status === 'failed' ? state.error : state.loading}</p>}
      {status === 'failed' || (status === 'shown' && next !== null) ? (
        <button type="button" onClick={load}>
          {status === 'failed' ? state.retry : evidence.more}
        </button>
      ) : null}
    </section>
  );
}

/** The records of a mark, page by page. */
function useRecords(mark: Mark, { query }: Numbers) {
  const [records, setRecords] = useState<readonly RestrictionRecord[]>([]);
  const [next, setNext] = useState<string | null>(null);
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
  // The first page alone comes unasked.
  useEffect(load, []);
  return { records, next, status, load };
}
