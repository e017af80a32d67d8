import type { SnapshotAnswer } from '@article21/contract/client';
import { unbroken } from '@article21/messages';
import {
  dateCharted,
  dateStated,
  placeAndDate,
  quantities,
  recordTitle,
  wordsStated,
} from '@article21/messages/dataset';
import type { RestrictionRecord } from '@article21/model';
import type { ReactNode } from 'react';
import { EvidenceView } from './evidence-view.tsx';
import { Link } from './link.tsx';
import { Local } from './local.tsx';
import { useSite } from './site.tsx';

export interface RecordCardProps {
  record: RestrictionRecord;
  /** The sources of the dataset; none until they are known. */
  sources: SnapshotAnswer['sources'];
  /** Its place among the headings of the page. */
  level?: 'h1' | 'h3';
  /** More of what is known of it, on a page of its own. */
  more?: ReactNode;
}

/** One record: what happened, where and when as stated, how many, the words that say so, and where they stand. */
export function RecordCard({ record, sources, level: Heading = 'h3', more }: RecordCardProps) {
  const { words, places, view, href } = useSite();
  const { evidence } = words.ui;
  const { note, ...others } = record;
  const charted = dateCharted(record, words);
  const amounts = quantities(record, words);
  const stated = wordsStated(record, words);
  return (
    <article className="record" id={record.id} data-current={view.record === record.id || undefined}>
      <Heading className="record-title">
        {unbroken(recordTitle(record, words))}
        <span className="record-where">{unbroken(placeAndDate(record, words, places))}</span>
      </Heading>
      {record.evidence.map((it, i) => (
        <EvidenceView key={i} evidence={it} record={record.id} sources={sources} />
      ))}
      <dl className="record-facts">
        <Fact term={evidence.quantityStated}>
          {stated.length > 0 ? stated.join('; ') : evidence.quantityNotStated}
        </Fact>
        {amounts.length > 0 ? <Fact term={words.ui.tools.asEstimate}>{amounts.join('; ')}</Fact> : null}
        <Fact term={evidence.dateStated}>
          {unbroken(dateStated(record, words) ?? evidence.dateNotStated)}
          {charted ? <span className="record-aside">{unbroken(` (${charted})`)}</span> : null}
        </Fact>
        {record.phase ? <Fact term={evidence.phase}>{words.phase[record.phase]}</Fact> : null}
        {Object.entries(record.attributes ?? {}).map(([id, value]) => (
          <Fact key={id} term={words.attribute(id)}>
            {words.attributeValue(id, value)}
          </Fact>
        ))}
        {note ? (
          <Fact term={evidence.note}>
            <Local of={{ ...others, note }} field="note" />
          </Fact>
        ) : null}
        {more}
      </dl>
      <p className="record-links">
        <Link href={href({ route: { page: 'record', id: record.id } })}>{words.ui.page.permalink}</Link>
      </p>
    </article>
  );
}

/** One thing that is known of a record, in a `dl`. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{typeof children === 'string' ? unbroken(children) : children}</dd>
    </div>
  );
}
