import type { SnapshotAnswer } from '@article21/contract/client';
import { dayRead, rowName } from '@article21/messages/dataset';
import {
  type CitedRow,
  type Evidence,
  type EvidenceLink,
  isWithheld,
  type Quotation,
  quotedParts,
  webLink,
} from '@article21/model';
import type { ReactNode } from 'react';
import { Link } from './link.tsx';
import { Local } from './local.tsx';
import { useSite } from './site.tsx';

type Sources = SnapshotAnswer['sources'];

interface EvidenceViewProps {
  evidence: Evidence;
  /** The id of the record that it stands behind. */
  record: string;
  sources: Sources;
}

/** What states a record: the words quoted, the row of a table among those next to it, or an address of which nothing is quoted. */
export function EvidenceView({ evidence, record, sources }: EvidenceViewProps) {
  const { words } = useSite();
  if (isWithheld(evidence)) return <p className="record-withheld">{words.ui.evidence.withheld}</p>;
  const source = sources.find(({ id }) => id === evidence.source);
  const from = <From evidence={evidence} record={record} source={source} />;
  if (evidence.kind === 'row') return <TableRow cited={evidence} from={from} source={source} />;
  if (evidence.kind === 'link') return <NotQuoted link={evidence} from={from} />;
  return (
    <figure className="quotation">
      <blockquote>
        <Emphasised text={evidence.quote ?? ''} stated={evidence.stated} />
      </blockquote>
      <figcaption>{from}</figcaption>
    </figure>
  );
}

interface FromProps {
  evidence: Quotation | CitedRow | EvidenceLink;
  record: string;
  source: Sources[number] | undefined;
}

/** Who states it, and the way to where it stands; of an address that is the address itself. */
function From({ evidence, record, source }: FromProps) {
  const { words, view, href } = useSite();
  const publisher = source ? <Local of={source} field="publisher" /> : evidence.source;
  if (evidence.kind === 'link') return publisher;
  const row = evidence.kind === 'row' ? evidence.row : null;
  const to = href({ route: { page: 'source', id: evidence.source }, opened: view.opened, record, row });
  return (
    <>
      {publisher}
      <Link className="quotation-link" href={to}>
        {evidence.kind === 'row' ? words.ui.evidence.readTable : words.ui.evidence.readSource}
      </Link>
    </>
  );
}

interface TableRowProps {
  cited: CitedRow;
  from: ReactNode;
  source: Sources[number] | undefined;
}

function TableRow({ cited, from, source }: TableRowProps) {
  const { words } = useSite();
  const { columns, stated, table } = cited;
  const name = rowName(cited, source ?? null, words);
  if (table === null) return null;
  const isCited = (column: string) => columns.length === 0 || columns.includes(column);
  return (
    <figure className="cited-row">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="cited-row-table" tabIndex={0} aria-label={name}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.ui.evidence.rowNumber}</th>
              {table.header.map((column, i) => (
                <th scope="col" key={i}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ row, cells }) => (
              <tr key={row} {...(row === cited.row ? { 'aria-current': true } : {})}>
                <th scope="row">{row}</th>
                {table.header.map((column, i) => (
                  <td key={i} data-cited={(row === cited.row && isCited(column)) || undefined}>
                    <Emphasised
                      text={cells[i] ?? ''}
                      stated={row === cited.row && isCited(column) ? stated : null}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <figcaption>
        {name}
        {' · '}
        {from}
      </figcaption>
    </figure>
  );
}

function NotQuoted({ link, from }: { link: EvidenceLink; from: ReactNode }) {
  const { words } = useSite();
  const { notQuoted, archived } = words.ui.evidence;
  const [url, archive] = [webLink(link.url), webLink(link.archive)];
  return (
    <p className="cited-link">
      <strong className="not-quoted">{notQuoted}</strong>
      {' · '}
      {url === null ? (
        link.url
      ) : (
        <a href={url} rel="noreferrer">
          {link.url}
        </a>
      )}
      {` · ${dayRead(link, words)}`}
      {archive === null ? null : (
        <>
          {' · '}
          <a href={archive} rel="noreferrer">
            {archived}
          </a>
        </>
      )}
      {' · '}
      {from}
    </p>
  );
}

/** A text with the words in it that state the quantity. */
function Emphasised({ text, stated }: { text: string; stated: string | null }) {
  return quotedParts(text, stated).map((part, i) =>
    part.stated ? <mark key={i}>{part.text}</mark> : part.text,
  );
}
