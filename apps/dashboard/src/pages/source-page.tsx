import '../evidence/evidence.css';
import './source-page.css';
import type { SourceAnswer } from '@article21/contract/client';
import { localText, type RestrictionRecord } from '@article21/model';
import { passagesOf, SourceView, statedTogether, Waiting } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { RecordCard } from '../evidence/record-card.tsx';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useHydrated } from '../frame/use-hydrated.ts';
import { useTitle } from '../frame/use-title.ts';
import { allRecordsQuery, sourceQuery } from '../queries.ts';

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
  const records = useQuery({ ...allRecordsQuery(view.query.snapshot), enabled: source.text !== null });
  const passages = useMemo(() => passagesOf(records.data ?? [], source.id), [records.data, source.id]);
  const together = useMemo(() => statedTogether(passages, view.record), [passages, view.record]);
  const chosen = records.data?.filter(({ id }) => together.has(id)) ?? [];
  const text = useRef<HTMLDivElement>(null);
  const found = passages.some(({ record }) => record === view.record);
  useEffect(() => {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const passage = found ? text.current?.querySelector('[data-current]') : null;
    // On a narrow screen the record stands over the lower part of the text.
    const block = window.matchMedia('(min-width: 1100px)').matches ? 'center' : 'start';
    passage?.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' });
  }, [found, view.record]);
  return (
    <SourceView
      source={source}
      passages={passages}
      whole={whole}
      failure={records.error ? <Failure error={records.error} retry={() => void records.refetch()} /> : null}
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
