import type { SnapshotAnswer } from '@article21/contract/client';
import { signsOfNumbers } from '@article21/messages';
import { isWithheld, type RestrictionRecord } from '@article21/model';
import { EvidenceView } from '../evidence-view.tsx';
import { Link } from '../link.tsx';
import { Local } from '../local.tsx';
import { useSite } from '../site.tsx';
import { DatesAndPlaces } from './empty.tsx';

/** Of more sources than this the others are on a page of their own. */
const MOST_SOURCES = 2;

interface OrientationProps {
  /** Null until it is known. */
  snapshot: SnapshotAnswer | null;
  /** One that quotes a source; null where there is none, or until it has come. */
  record: RestrictionRecord | null;
}

/** What the place of the evidence says until some is opened: how numbers are read, what they rest on, and one quotation. */
export function Orientation({ snapshot, record }: OrientationProps) {
  const { words, href } = useSite();
  const { evidence, orientation, nav } = words.ui;
  const sources = snapshot?.sources ?? [];
  const quoted = record?.evidence.find(isQuotation);
  return (
    <div className="orientation">
      <h2 className="section-title">{orientation.title}</h2>
      <ul>
        {signsOfNumbers.map((sign) => (
          <li key={sign}>{words.drawing.legend[sign]}</li>
        ))}
      </ul>
      <p className="needs-script">{evidence.hint}</p>
      <h3>{nav.sources}</h3>
      {/* Who published them stands above the chart, at the quotation, and at the foot of the page. */}
      <ul className="sources">
        {sources.slice(0, MOST_SOURCES).map((source) => (
          <li key={source.id}>
            <Link href={href({ route: { page: 'source', id: source.id } })}>
              <Local of={source} field="title" />
            </Link>
          </li>
        ))}
      </ul>
      {sources.length > MOST_SOURCES ? (
        <p>
          <Link href={href({ route: { page: 'sources' } })}>
            {words.plural(orientation.allSources, sources.length)}
          </Link>
        </p>
      ) : null}
      {snapshot ? <DatesAndPlaces snapshot={snapshot} /> : null}
      {record && quoted ? (
        <>
          <h3>{orientation.quotation}</h3>
          <EvidenceView evidence={quoted} record={record.id} sources={sources} />
        </>
      ) : null}
    </div>
  );
}

/** The first of the records that quotes a source in words that may be shown; null where none does. */
export function firstQuoting(records: readonly RestrictionRecord[]): RestrictionRecord | null {
  return records.find(({ evidence }) => evidence.some(isQuotation)) ?? null;
}

function isQuotation(evidence: RestrictionRecord['evidence'][number]): boolean {
  return !isWithheld(evidence) && evidence.kind === 'quotation';
}
