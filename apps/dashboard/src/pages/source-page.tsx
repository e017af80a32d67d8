import '../evidence/evidence.css';
import './source-page.css';
import type { SourceAnswer } from '@article21/contract/client';
import { localText, type RestrictionRecord } from '@article21/model';
import {
  addressesOf,
  citedRowsOf,
  firstOfRows,
  passagesOf,
  SourceView,
  statedTogether,
  Waiting,
} from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { RecordCard } from '../evidence/record-card.tsx';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useHydrated } from '../frame/use-hydrated.ts';
import { useTitle } from '../frame/use-title.ts';
import { allRecordsQuery, rowsQuery, sourceQuery } from '../queries.ts';

/** A source, its passages as soon as the records are there, and the records that the chosen one states. */
export function SourcePage({ id }: { id: string }) {
  const { view, lang } = usePage();
  const source = useQuery(sourceQuery(id, view.query.snapshot));
  useTitle(source.data && localText(source.data, 'title', lang, lang).text);
  if (source.error) return <Failure heads error={source.error} retry={() => void source.refetch()} />;
  if (!source.data) return <Waiting tall />;
  return <Reader source={source.data} />;
}

function Reader({ source }: { source: SourceAnswer }) {
  const { view } = usePage();
  const whole = useHydrated();
  const records = useQuery({
    ...allRecordsQuery(view.query.snapshot),
    enabled: source.visibility === 'public',
  });
  const first = firstOfRows(view.row);
  const rows = useQuery({
    ...rowsQuery(source.id, first, view.query.snapshot),
    enabled: source.table !== null,
  });
  const cited = useMemo(() => citedRowsOf(records.data ?? [], source.id), [records.data, source.id]);
  const addresses = useMemo(() => addressesOf(records.data ?? [], source.id), [records.data, source.id]);
  const passages = useMemo(() => passagesOf(records.data ?? [], source.id), [records.data, source.id]);
  const together = useMemo(() => statedTogether(passages, view.record), [passages, view.record]);
  const ofRow = (view.row === null ? null : cited.get(view.row)) ?? [];
  const chosen = records.data?.filter(({ id }) => together.has(id) || ofRow.includes(id)) ?? [];
  const text = useRef<HTMLDivElement>(null);
  const found =
    passages.some(({ record }) => record === view.record) ||
    (rows.data?.rows.some(({ row }) => row === view.row) ?? false);
  useEffect(() => {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const passage = found ? text.current?.querySelector('[data-current]') : null;
    // On a narrow screen the record stands over the lower part of the text.
    const block = window.matchMedia('(min-width: 1100px)').matches ? 'center' : 'start';
    passage?.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' });
  }, [found, view.record, view.row]);
  const error = records.error ?? rows.error;
  return (
    <SourceView
      source={source}
      passages={passages}
      {...(rows.data ? { rows: rows.data } : {})}
      cited={cited}
      addresses={addresses}
      whole={whole}
      failure={
        error ? <Failure error={error} retry={() => void (records.error ? records : rows).refetch()} /> : null
      }
      records={chosen.length > 0 ? <Stated records={chosen} /> : null}
      text={text}
    />
  );
}

function Stated({ records }: { records: readonly RestrictionRecord[] }) {
  const { view, words, go } = usePage();
  return (
    <>
      <div className="evidence-head">
        <h2 className="section-title">{words.ui.page.passage}</h2>
        <button type="button" className="quiet" onClick={() => go({ opened: view.opened })}>
          {words.ui.evidence.close}
        </button>
      </div>
      {records.map((record) => (
        <RecordCard key={record.id} record={record} />
      ))}
    </>
  );
}
