import { LONGEST_SEARCH, type SearchRead, type SnapshotAnswer } from '@article21/contract/client';
import { unbroken } from '@article21/messages';
import { foldedWords, foundParts } from '@article21/model';
import { pageAddress } from '../address/index.ts';
import { Link } from './link.tsx';
import { Local } from './local.tsx';
import { RecordCard } from './record-card.tsx';
import { useSite } from './site.tsx';

interface SearchViewProps {
  /** Null where nothing is searched for. */
  found: SearchRead | null;
  sources: SnapshotAnswer['sources'];
}

/** Results of a page. */
const PAGE = 20;

/** A search over places, records and the sentences of sources. The browser itself asks, without a script. */
export function SearchView({ found, sources }: SearchViewProps) {
  const { words } = useSite();
  return (
    <section className="text-page search">
      <h1>{words.ui.search.title}</h1>
      <SearchBox />
      {found ? (
        <Found found={found} sources={sources} />
      ) : (
        <p className="search-note">{words.ui.search.hint}</p>
      )}
    </section>
  );
}

function SearchBox() {
  const { view, words, located, isLive, hasThemes, href } = useSite();
  const { search, nav } = words.ui;
  const { lang, theme, snapshot } = view.query;
  const kept = Object.entries({ lang, theme, snapshot, show: view.show }).filter(([, value]) => value);
  // A mirror has nobody who answers but its program.
  const needsScript = !isLive && !hasThemes;
  return (
    <>
      <search>
        <form
          className={needsScript ? 'search-box needs-script' : 'search-box'}
          method="get"
          action={located(pageAddress({ page: 'search' }))}
        >
          <input
            className="input"
            type="search"
            name="q"
            aria-label={search.words}
            defaultValue={view.q ?? ''}
            maxLength={LONGEST_SEARCH}
            required
          />
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value ?? ''} />
          ))}
          <button type="submit" className="button">
            {search.find}
          </button>
        </form>
      </search>
      {needsScript ? (
        <noscript>
          {search.needsScript} <a href={located(href({ route: { page: 'sources' } }))}>{nav.sources}</a>
        </noscript>
      ) : null}
    </>
  );
}

function Found({ found, sources }: { found: SearchRead; sources: SnapshotAnswer['sources'] }) {
  const { view, words, places, href } = useSite();
  const { search, evidence } = words.ui;
  const { total, records, sentences, next, unsearched, unsearchedSources, morePlaces } = found;
  const wanted = foldedWords(view.q ?? '');
  const named = found.places.flatMap((id) => places?.get(id) ?? []);
  const skipped = view.skip ?? 0;
  return (
    <>
      <p role="status" className="search-note">
        {total + named.length === 0 ? search.nothing : unbroken(words.plural(search.found, total))}
        {unsearched > 0 ? ` ${words.plural(search.unsearched, unsearched)}` : null}
      </p>
      {unsearchedSources > 0 ? (
        <p className="search-note">
          {unbroken(words.plural(search.unsearchedSources, unsearchedSources))}{' '}
          <Link href={href({ route: { page: 'sources' } })}>{words.ui.nav.sources}</Link>
        </p>
      ) : null}
      {named.length > 0 ? (
        <>
          <h2>{words.ui.filter.places}</h2>
          <ul className="search-places">
            {named.map((place) => (
              <li key={place.id}>
                <Link href={href({ route: { page: 'charts' }, query: { place: [place.id] } })}>
                  <Marked text={words.placeName(place)} wanted={wanted} />
                </Link>
              </li>
            ))}
            {morePlaces > 0 ? (
              <li className="search-more">{unbroken(words.plural(search.morePlaces, morePlaces))}</li>
            ) : null}
          </ul>
        </>
      ) : null}
      {records.length > 0 ? <h2>{search.records}</h2> : null}
      {records.map((record) => (
        <RecordCard key={record.id} record={record} sources={sources} />
      ))}
      {sentences.length > 0 ? <h2>{search.sentences}</h2> : null}
      {sentences.map((sentence) => (
        <FoundSentence
          key={`${sentence.source} ${sentence.start}`}
          {...sentence}
          wanted={wanted}
          sources={sources}
        />
      ))}
      <p className="search-pages">
        {skipped > 0 ? (
          <Link href={href({ q: view.q, skip: skipped > PAGE ? skipped - PAGE : null })}>
            {search.before}
          </Link>
        ) : null}
        {next === null ? null : <Link href={href({ q: view.q, skip: Number(next) })}>{evidence.more}</Link>}
      </p>
    </>
  );
}

type FoundSentenceProps = SearchRead['sentences'][number] & {
  wanted: readonly string[];
  sources: SnapshotAnswer['sources'];
};

/** A sentence of a source, which leads to where it stands: to the passage of a record, or to its words. */
function FoundSentence({ source: id, text, record, wanted, sources }: FoundSentenceProps) {
  const { words, href, located } = useSite();
  const source = sources.find((it) => it.id === id);
  const to = href({ route: { page: 'source', id }, record });
  return (
    <figure className="quotation">
      <blockquote>
        <Marked text={text} wanted={wanted} />
      </blockquote>
      <figcaption>
        {source ? <Local of={source} field="title" /> : id}
        {record === null ? (
          <a className="quotation-link" href={`${located(to)}#:~:text=${fragmentOf(text)}`}>
            {words.ui.evidence.readSource}
          </a>
        ) : (
          <Link className="quotation-link" href={to}>
            {words.ui.evidence.readSource}
          </Link>
        )}
      </figcaption>
    </figure>
  );
}

/** Browsers scroll to these words of a page; a dash or a comma would be part of their language. */
function fragmentOf(text: string): string {
  return encodeURIComponent(text.split(/\s+/).slice(0, 8).join(' ')).replaceAll('-', '%2D');
}

function Marked({ text, wanted }: { text: string; wanted: readonly string[] }) {
  return foundParts(text, wanted).map((part, i) =>
    part.found ? <mark key={i}>{part.text}</mark> : part.text,
  );
}
