import '../evidence/evidence.css';
import './source-page.css';
import type { SourceAnswer } from '@article21/contract/client';
import { localText, webLink } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { mark, passagesOf, type Segment, statedTogether } from '../evidence/passages.ts';
import { RecordCard } from '../evidence/record-card.tsx';
import { Failure } from '../frame/failure.tsx';
import { Local } from '../frame/local.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { Waiting } from '../frame/waiting.tsx';
import { allRecordsQuery, sourceQuery } from '../queries.ts';
import { Link } from '../url/link.tsx';

/** A source: what it is, and its text with every coded passage marked. */
export function SourcePage({ id }: { id: string }) {
  const { view, lang } = usePage();
  const source = useQuery(sourceQuery(id, view.query.snapshot));
  useTitle(source.data && localText(source.data, 'title', lang, lang).text);
  if (source.error) return <Failure heads error={source.error} retry={() => void source.refetch()} />;
  if (!source.data) return <Waiting tall />;
  return <Reader source={source.data} />;
}

function Reader({ source }: { source: SourceAnswer }) {
  const { view, words, href, go } = usePage();
  const records = useQuery({ ...allRecordsQuery(view.query.snapshot), enabled: source.text !== null });
  const passages = useMemo(() => passagesOf(records.data ?? [], source.id), [records.data, source.id]);
  const together = useMemo(() => statedTogether(passages, view.record), [passages, view.record]);
  const beside = records.data?.filter(({ id }) => together.has(id));
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
        {records.error ? <Failure error={records.error} retry={() => void records.refetch()} /> : null}
        {source.text === null ? (
          <p className="record-withheld">{words.ui.evidence.withheld}</p>
        ) : (
          <Text text={source.text} title={source.title} language={source.language} passages={passages} />
        )}
      </div>
      <aside className="source-records" aria-label={words.ui.evidence.title} aria-live="polite">
        {beside && beside.length > 0 ? (
          <>
            <div className="evidence-head">
              <h2 className="section-title">{words.ui.page.passage}</h2>
              <button type="button" className="quiet" onClick={() => go({ opened: view.opened })}>
                {words.ui.evidence.close}
              </button>
            </div>
            {beside.map((record) => (
              <RecordCard key={record.id} record={record} />
            ))}
          </>
        ) : (
          <p className="evidence-hint">{words.ui.page.passageHint}</p>
        )}
      </aside>
    </div>
  );
}

function SourceFacts({ source }: { source: SourceAnswer }) {
  const { words } = usePage();
  const { evidence } = words.ui;
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
          <dd>{words.statedDate(source.date)}</dd>
        </div>
      ) : null}
      {webLink(source.url) ? (
        <div>
          <dt>{evidence.original}</dt>
          <dd>
            <a href={webLink(source.url) ?? undefined} rel="noreferrer">
              {source.url}
            </a>
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{words.ui.page.rights}</dt>
        <dd>
          <Local of={source} field="rights" />
        </dd>
      </div>
    </dl>
  );
}

interface TextProps {
  text: string;
  /** Where the text begins with it, it is not said a second time. */
  title: string;
  language: string;
  passages: ReturnType<typeof passagesOf>;
}

function Text({ text, title, language, passages }: TextProps) {
  const { view } = usePage();
  const paragraphs = useMemo(() => {
    const [first, ...rest] = mark(text, passages);
    if (!first) return [];
    const [only] = first.segments;
    return first.segments.length === 1 && only?.text === title ? rest : [first, ...rest];
  }, [text, title, passages]);
  const element = useRef<HTMLDivElement>(null);
  const found = passages.some(({ record }) => record === view.record);
  useEffect(() => {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const passage = found ? element.current?.querySelector('[data-current]') : null;
    // On a narrow screen the record stands over the lower part of the text.
    const block = window.matchMedia('(min-width: 1100px)').matches ? 'center' : 'start';
    passage?.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' });
  }, [found, view.record]);
  return (
    <div className="reading" lang={language} ref={element}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start}>
          {paragraph.segments.map((segment) => (
            <Stretch key={segment.start} segment={segment} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Stretch({ segment }: { segment: Segment }) {
  const { view, href, words } = usePage();
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
