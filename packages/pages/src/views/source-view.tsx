import type { SourceAnswer } from '@article21/contract/client';
import { unbroken } from '@article21/messages';
import { type TableRows, webLink } from '@article21/model';
import { type ReactNode, type Ref, useMemo } from 'react';
import { Link } from './link.tsx';
import { Local } from './local.tsx';
import { mark, type Passage, type Segment } from './passages.ts';
import { useSite } from './site.tsx';
import { type CitedAddress, SourceLinks } from './source-links.tsx';
import { TableRowsView } from './table-rows.tsx';
import { Waiting } from './waiting.tsx';

/** Where no program runs, a page is no place for a book: in UTF-16 code units. */
const LONGEST_TEXT = 60_000;

interface SourceViewProps {
  source: SourceAnswer;
  /** Where its text states records; none until they are known. */
  passages: readonly Passage[];
  /** The part of its table that is shown; left out of what is no table, and until it is known. */
  rows?: TableRows;
  /** The records that state each row of its table, none until they are known. */
  cited?: ReadonlyMap<number, readonly string[]>;
  /** The addresses of a source that is nothing else, none until they are known. */
  addresses?: readonly CitedAddress[];
  /** Whether all of the text is shown, however long. */
  whole: boolean;
  /** What stands above the text where its passages could not be marked. */
  failure?: ReactNode;
  /** The records that the chosen passage states. */
  records?: ReactNode;
  /** Of the text. */
  text?: Ref<HTMLDivElement>;
}

/** A source: what it is, and its text with every coded passage marked. */
export function SourceView({ source, failure, records, text, ...content }: SourceViewProps) {
  const { view, words, href } = useSite();
  return (
    <div className="source">
      <div className="source-text">
        <p className="source-back">
          <Link href={href({ route: { page: 'charts' }, opened: view.opened })}>
            {words.ui.evidence.back}
          </Link>
        </p>
        <h1>
          <Local of={source} field="title" />
        </h1>
        <SourceFacts source={source} />
        {failure}
        <div ref={text}>
          <Content source={source} {...content} />
        </div>
      </div>
      <aside className="source-records needs-script" aria-label={words.ui.evidence.title} aria-live="polite">
        {records ?? <p className="evidence-hint">{words.ui.page.passageHint}</p>}
      </aside>
    </div>
  );
}

const nobody: ReadonlyMap<number, readonly string[]> = new Map();

/** The text, the part of the table, or the addresses that a source is. */
function Content({
  source,
  passages,
  rows,
  cited = nobody,
  addresses = [],
  whole,
}: Omit<SourceViewProps, 'failure' | 'records' | 'text'>) {
  const { words } = useSite();
  if (source.visibility === 'internal')
    return <p className="record-withheld">{words.ui.evidence.withheld}</p>;
  if (source.kind === 'links') return <SourceLinks addresses={addresses} />;
  if (source.table !== null)
    return rows ? <TableRowsView table={source.table} rows={rows} cited={cited} /> : <Waiting />;
  return <Text source={source} text={source.text ?? ''} passages={passages} whole={whole} />;
}

function SourceFacts({ source }: { source: SourceAnswer }) {
  const { words } = useSite();
  const { evidence } = words.ui;
  const url = webLink(source.url);
  return (
    <dl className="source-facts">
      <div>
        <dt>{evidence.publisher}</dt>
        <dd>
          <Local of={source} field="publisher" />
        </dd>
      </div>
      {source.date ? (
        <div>
          <dt>{evidence.published}</dt>
          <dd>{unbroken(words.statedDate(source.date))}</dd>
        </div>
      ) : null}
      {url === null ? null : (
        <div>
          <dt>{evidence.original}</dt>
          <dd>
            <a href={url} rel="noreferrer">
              {source.url}
            </a>
          </dd>
        </div>
      )}
      <div>
        <dt>{words.ui.page.rights}</dt>
        <dd>
          <Local of={source} field="rights" />
        </dd>
      </div>
    </dl>
  );
}

interface TextProps extends Pick<SourceViewProps, 'source' | 'passages' | 'whole'> {
  text: string;
}

function Text({ source: { title, language }, text, passages, whole }: TextProps) {
  const isCut = !whole && text.length > LONGEST_TEXT;
  const paragraphs = useMemo(() => {
    const [first, ...rest] = mark(isCut ? text.slice(0, LONGEST_TEXT) : text, passages);
    if (!first) return [];
    const [only] = first.segments;
    // Where the text begins with its title, that is not said a second time.
    return first.segments.length === 1 && only?.text === title ? rest : [first, ...rest];
  }, [text, title, passages, isCut]);
  return (
    <div className="reading" lang={language}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start}>
          {paragraph.segments.map((segment) => (
            <Stretch key={segment.start} segment={segment} />
          ))}
        </p>
      ))}
      {isCut ? <p>…</p> : null}
    </div>
  );
}

function Stretch({ segment }: { segment: Segment }) {
  const { view, href, words } = useSite();
  const [first] = segment.records;
  if (first === undefined) return segment.text;
  const current = view.record !== null && segment.records.includes(view.record);
  return (
    <Link
      className="passage"
      href={href({ record: current ? view.record : first, opened: view.opened })}
      data-current={current || undefined}
      title={words.plural(words.ui.evidence.records, segment.records.length)}
      {...(current ? { 'aria-current': true } : {})}
    >
      <mark>{segment.text}</mark>
    </Link>
  );
}
