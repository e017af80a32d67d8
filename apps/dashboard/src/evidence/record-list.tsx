import { paths, type RecordQuery, type SnapshotAnswer } from '@article21/contract/client';
import type { MeasureId, RestrictionRecord } from '@article21/model';
import { RecordCard, useSite } from '@article21/pages/views';
import { useState } from 'react';
import { largestFirst, matching } from './order-records.ts';

/** Fewer than these are found without a search. */
const FEW = 5;

interface RecordListProps {
  records: readonly RestrictionRecord[];
  sources: SnapshotAnswer['sources'];
  /** How many are drawn at once. */
  step: number;
  measures: readonly MeasureId[];
  /** The question that they answer, for their file; null where it asks for more than they are. */
  query: Partial<RecordQuery> | null;
  /** Gets the others of those that are too many to come unasked, which stand by date until then; null where all are here. */
  all: (() => void) | null;
  /** Whether they are on their way. */
  pending: boolean;
}

/** "483 records", the largest first or by date, searched and taken along as a file. */
export function RecordList({ records, sources, step, measures, query, all, pending }: RecordListProps) {
  const site = useSite();
  const { words, lang, File } = site;
  const { evidence, state } = words.ui;
  const [order, setOrder] = useState<'largestFirst' | 'byDate'>('largestFirst');
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(step);
  const ordered = all || order === 'byDate' ? records : largestFirst(records, measures, words);
  const found = matching(ordered, all ? '' : typed, site);
  const count = words.plural(evidence.records, records.length);
  const searched = words.fill(evidence.found, { found: words.number(found.length), all: count });
  const status = all ? words.plural(evidence.first, records.length) : typed.trim() === '' ? count : searched;
  return (
    <>
      <div className="evidence-tools">
        <span role="status">{pending ? `${status} ${state.loading}` : status}</span>
        {all || records.length < 2 ? null : (
          <select
            className="input"
            aria-label={evidence.order}
            value={order}
            onChange={({ target }) => setOrder(target.value === 'byDate' ? 'byDate' : 'largestFirst')}
          >
            <option value="largestFirst">{evidence.largestFirst}</option>
            <option value="byDate">{evidence.byDate}</option>
          </select>
        )}
        {query ? <File href={paths.recordsCsv({ ...query, lang })}>CSV</File> : null}
        {all ? (
          <button type="button" className="button" disabled={pending} onClick={all}>
            {evidence.all}
          </button>
        ) : null}
        {all || records.length <= FEW ? null : (
          <input
            className="input"
            type="search"
            aria-label={evidence.search}
            placeholder={evidence.search}
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </div>
      {found.length === 0 && !all ? <p>{state.empty}</p> : null}
      {found.slice(0, shown).map((record) => (
        <RecordCard key={record.id} record={record} sources={sources} />
      ))}
      {found.length > shown ? (
        <button type="button" className="button" onClick={() => setShown(shown + step)}>
          {evidence.more}
        </button>
      ) : null}
    </>
  );
}
