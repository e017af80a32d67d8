import { paths, type RecordQuery } from '@article21/contract/client';
import type { MeasureId, RestrictionRecord } from '@article21/model';
import { useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { largestFirst, matching } from './order-records.ts';
import { RecordCard } from './record-card.tsx';

/** Records that are drawn at once; fewer than these are found without a search. */
const STEP = 50;
const FEW = 5;

interface RecordListProps {
  records: readonly RestrictionRecord[];
  measures: readonly MeasureId[];
  /** The question that they answer, for their file; null where it asks for more than they are. */
  asked: Partial<RecordQuery> | null;
  /** Gets the next of those that are too many to be here at once, which then stand by date; null where all are here. */
  more: (() => void) | null;
  pending: boolean;
}

/** "483 records", the largest first or by date, searched and taken along as a file. */
export function RecordList({ records, measures, asked, more, pending }: RecordListProps) {
  const page = usePage();
  const { words, lang, File } = page;
  const { evidence } = words.ui;
  const [order, setOrder] = useState<'largestFirst' | 'byDate'>('largestFirst');
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(STEP);
  const ordered = more || order === 'byDate' ? records : largestFirst(records, measures, words);
  const found = matching(ordered, more ? '' : typed, page);
  const count = words.plural(evidence.records, records.length);
  const searched = words.fill(evidence.found, { found: words.number(found.length), all: count });
  const rest = found.length > shown || more !== null;
  return (
    <>
      <div className="evidence-tools">
        {more ? null : <span role="status">{typed.trim() === '' ? count : searched}</span>}
        {more || records.length < 2 ? null : (
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
        {asked ? <File href={paths.recordsCsv({ ...asked, lang })}>CSV</File> : null}
        {more || records.length <= FEW ? null : (
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
      {found.length === 0 && !more ? <p>{words.ui.state.empty}</p> : null}
      {found.slice(0, shown).map((record) => (
        <RecordCard key={record.id} record={record} />
      ))}
      {rest ? (
        <button
          type="button"
          className="button"
          disabled={pending}
          onClick={() => {
            if (found.length <= shown) more?.();
            setShown(shown + STEP);
          }}
        >
          {evidence.more}
        </button>
      ) : null}
    </>
  );
}
