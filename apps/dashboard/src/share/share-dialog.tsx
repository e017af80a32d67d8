import { resolveQuery } from '@article21/charts';
import './share.css';
import { sourceLine, words as wordsOf } from '@article21/messages';
import { type ChartQuery, createVocabulary } from '@article21/model';
import { Waiting } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { frameHeightQuery, pictureSizeQuery } from '../picture-queries.ts';
import { countsQuery, snapshotQuery } from '../queries.ts';
import { absolute, mirror } from '../url/mirror.ts';
import { Files } from './files.tsx';
import { type FormId, formIds } from './forms.ts';
import { type Looks, usualSize } from './looks.ts';
import { LooksFields } from './looks-fields.tsx';
import { outgoingView, pictureQuery } from './outgoing-view.ts';
import { Preview } from './preview.tsx';
import { useShareTexts } from './share-texts.ts';
import { Snippets } from './snippets.tsx';
import { VersionChoice } from './version-choice.tsx';
import { ViewCitations } from './view-citations.tsx';

/** Whether a server answers what stands in the pages of others. The files of a mirror do not. */
const embeddable = mirror === null;
/** A picture with its sentence under it, in a text that does not change: the number would stay, and a live picture would not. */
const figures: ReadonlySet<FormId> = new Set(['markdown', 'html', 'latex']);
const embeds: ReadonlySet<FormId> = new Set(['iframe', 'element']);
/** Pixels: the width of a column of text in most pages, and a height where the picture could not be had. */
const usual = { width: 600, height: 400 };

/** Every way to take the view elsewhere, with its source, its version and its way back. */
export function ShareDialog() {
  const { view } = usePage();
  const texts = useShareTexts();
  const [form, setForm] = useState<FormId>('link');
  // What a reader chooses holds for all forms; until then each says what is usual for it.
  const [chosen, setFrozen] = useState<boolean | null>(view.query.snapshot === null ? null : true);
  const { looks, setLooks, query, drawn, titled } = useLooks();
  const isFigure = figures.has(form);
  const frozen = chosen ?? isFigure;
  const counts = useQuery(countsQuery(query, looks.lang));
  const snapshot = useQuery(snapshotQuery(view.query.snapshot));
  const suggested = useSuggested(drawn, looks);
  const failed = [counts, snapshot].find(({ error }) => error !== null);
  if (failed?.error) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (!counts.data || !snapshot.data || suggested === null) return <Waiting />;
  const { id, dataset, sources, declared } = snapshot.data;
  // In the language of what is taken, whichever the page has.
  const words = wordsOf(looks.lang).of(createVocabulary(declared));
  const taken = outgoingView({
    absolute,
    query,
    pictured: looks.size,
    controls: looks.controls,
    snapshot: id,
    frozen,
    measures: query.measure.map((id) => words.measure(id).label),
    headlines: counts.data.headlines,
    source: sourceLine(sources, counts.data.sources, words),
    version: `${words.ui.footer.snapshot} ${id}`,
    ...suggested,
    mirrored: !embeddable,
  });
  return (
    <div className="share">
      <VersionChoice frozen={frozen} isFigure={isFigure} snapshot={id} choose={setFrozen} />
      {embeddable ? null : <p className="share-text">{texts.mirrored}</p>}
      <Snippets
        shared={taken}
        forms={formIds.filter((id) => embeddable || !embeds.has(id))}
        form={form}
        choose={setForm}
      />
      <LooksFields looks={looks} embeddable={embeddable} change={setLooks} titled={titled} />
      <Preview
        query={{ ...drawn, snapshot: frozen ? id : null }}
        looks={looks}
        embeddable={embeddable}
        isPicture={isFigure}
        title={taken.title}
      />
      <Files shared={taken} />
      <ViewCitations cited={{ id, dataset, url: taken.permalink, view: taken.title }} />
    </div>
  );
}

/** What a reader chooses of the looks, as a query; `drawn` has the title that was last typed to its end. */
function useLooks() {
  const { view, lang } = usePage();
  const { theme, title } = view.query;
  const start: Looks = { title: title ?? '', lang, theme, size: usualSize, controls: false };
  const [looks, setLooks] = useState(start);
  const [typed, setTyped] = useState(start.title);
  const titledBy = (text: string): ChartQuery => ({
    ...resolveQuery(view.query),
    lang: looks.lang,
    theme: looks.theme,
    title: text.trim() === '' ? null : text,
  });
  const query = titledBy(looks.title);
  return { looks, setLooks, query, drawn: titledBy(typed), titled: () => setTyped(looks.title) };
}

/** The width of a column of text on a phone. */
const NARROW = 360;

/** The sizes that snippets suggest, in pixels: without them, all the rest can be taken along. Null until they are known. */
function useSuggested(query: ChartQuery, { size }: Looks) {
  const picture = pictureQuery(query, size);
  // In a mirror this would be drawn here, which nobody asked for yet.
  const whole = useQuery({ ...pictureSizeQuery(picture, size), enabled: embeddable });
  const isFree = size.height === null;
  const narrow = useQuery({
    ...pictureSizeQuery(picture, { width: NARROW, height: null }),
    enabled: embeddable && isFree,
  });
  const frame = useQuery({ ...frameHeightQuery(query, usual.width), enabled: embeddable });
  if (!embeddable) return { size: null, narrow: null, frameHeight: usual.height };
  const known = whole.data ?? (whole.error ? usual : null);
  const frameHeight = frame.data ?? (frame.error ? usual.height : null);
  const isNarrowKnown = !isFree || narrow.data !== undefined || narrow.error !== null;
  if (known === null || frameHeight === null || !isNarrowKnown) return null;
  return { size: known, narrow: isFree ? (narrow.data ?? null) : null, frameHeight };
}
