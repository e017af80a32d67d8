import './handout.css';
import { resolveQuery } from '@article21/charts';
import type { CountsRead, ShownView } from '@article21/contract/client';
import { citedOf, type Words } from '@article21/messages';
import { type HandoutTexts, handoutTexts, quotedOfEach } from '@article21/messages/dataset';
import { type ChartQuery, createPlaceTree, createVocabulary } from '@article21/model';
import { printView } from '@article21/pages/address';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { recordQueryOf } from '../evidence/record-query.ts';
import { knownTo, usePage } from '../frame/page-context.tsx';
import { countsQuery, firstRecordsQuery, placesQuery, snapshotQuery } from '../queries.ts';
import { absolute } from '../url/mirror.ts';
import { usePagePictures } from './page-pictures.ts';
import { slideView } from './slides.ts';

/** The presentation on paper, as `/chart.pdf?show=…` has it: on a screen it is not seen. */
export function Handout({ slides }: { slides: readonly ShownView[] }) {
  const { places } = usePage();
  if (places === null) return null;
  return (
    <div className="handout">
      {slides.map((slide, at) => (
        // Two of them may be the same.
        <HandoutPage key={at} slide={slide} at={at} all={slides.length} />
      ))}
    </div>
  );
}

function HandoutPage({ slide, at, all }: { slide: ShownView; at: number; all: number }) {
  const { view, words, lang, places } = usePage();
  const { query } = slideView(slide, view.query, knownTo(places?.places));
  const { data: counts } = useQuery(countsQuery(resolveQuery(query), lang));
  const pictures = usePagePictures({ ...query, theme: 'light', lang, title: slide.title.trim() || null });
  const texts = useTexts(query, counts);
  if (!counts) return null;
  const sentences = counts.headlines.flatMap(({ text, remarks }) => [text, ...remarks]).join(' ');
  const pinned = { ...query, snapshot: counts.snapshot, theme: null };
  const address = absolute(printView({ route: { page: 'charts' }, query: pinned }));
  const progress = words.fill(words.ui.present.progress, { n: words.number(at + 1), all: words.number(all) });
  const { present, nav } = words.ui;
  return (
    <section className="handout-page">
      {pictures ? (
        pictures.map(({ src, isPage }, i) => (
          <img key={src} alt={i === 0 ? sentences : ''} src={src} data-page={isPage || undefined} />
        ))
      ) : (
        <TextOnly title={slide.title} text={sentences} />
      )}
      <div className="handout-texts">
        {slide.notes.trim() === '' ? null : (
          <>
            <h2>{present.notes}</h2>
            <p className="handout-notes">{slide.notes}</p>
          </>
        )}
        {texts && texts.quotations.length > 0 ? (
          <Quoted texts={texts} address={address} words={words} />
        ) : null}
        {texts ? <h2>{nav.sources}</h2> : null}
        {texts?.sources.map(({ id, text }) => (
          <p key={id}>
            <a href={absolute(printView({ route: { page: 'source', id }, query: pinned }))}>{text}</a>
          </p>
        ))}
        {texts?.moreSources ? (
          <More
            text={texts.moreSources}
            address={absolute(printView({ route: { page: 'sources' }, query: pinned }))}
          />
        ) : null}
      </div>
      <p className="handout-foot">
        {progress} · {address}
      </p>
    </section>
  );
}

/** In place of a picture that the server does not draw. */
function TextOnly({ title, text }: { title: string; text: string }) {
  return (
    <>
      {title.trim() === '' ? null : <h1>{title}</h1>}
      <p className="handout-sentence">{text}</p>
    </>
  );
}

/** Null until they have come. */
function useTexts(query: ChartQuery, counts: CountsRead | undefined): HandoutTexts | null {
  const page = usePage();
  const resolved = resolveQuery(query);
  const { measure: measures } = resolved;
  const { data: about } = useQuery(snapshotQuery(query.snapshot));
  const { data: places } = useQuery(placesQuery(query.snapshot));
  const vocabulary = useMemo(() => createVocabulary(about?.declared), [about]);
  const limit = quotedOfEach(measures.length);
  const queries = measures.map((id) => {
    const opened = { measure: [id], at: null, bucket: null, extra: null };
    return firstRecordsQuery(recordQueryOf(resolved, opened), limit);
  });
  const quoted = useQueries({ queries: queries });
  const records = quoted.map(({ data }) => data);
  if (!counts || !about || !places || !records.every((it) => it !== undefined)) return null;
  const behind = measures.map((measure, i) => ({
    measure,
    records: records[i] ?? [],
    all: counts.totals.find((total) => total.measure === measure)?.records ?? 0,
  }));
  const { sources, dataset } = about;
  const words = page.words.of(vocabulary);
  const subject = { tree: createPlaceTree(places), sources, words, own: dataset.language };
  return handoutTexts(behind, citedOf(sources, counts.sources).cited, subject);
}

function Quoted({ texts, address, words }: { texts: HandoutTexts; address: string; words: Words }) {
  return (
    <>
      <h2>{words.ui.present.quotations}</h2>
      {texts.quotations.map(({ heading, records, more }, i) => (
        <div key={heading ?? i}>
          {heading === null ? null : <h3>{heading}</h3>}
          {records.map((text, n) => (
            // Two records may say the same.
            <p key={n}>{text}</p>
          ))}
          {more === null ? null : <More text={more} address={address} />}
        </div>
      ))}
    </>
  );
}

function More({ text, address }: { text: string; address: string }) {
  return (
    <p>
      {text} <a href={address}>{address}</a>
    </p>
  );
}
