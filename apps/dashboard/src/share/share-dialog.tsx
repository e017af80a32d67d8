import { resolveQuery } from '@article21/charts';
import './share.css';
import { sourceLine } from '@article21/messages';
import { Waiting } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { frameHeightQuery, pictureSizeQuery } from '../picture-queries.ts';
import { countsQuery, snapshotQuery } from '../queries.ts';
import { absolute, mirror } from '../url/mirror.ts';
import { Files } from './files.tsx';
import { type FormId, formIds } from './forms.ts';
import { outgoingView } from './outgoing-view.ts';
import { Preview } from './preview.tsx';
import { useShareTexts } from './share-texts.ts';
import { Snippets } from './snippets.tsx';
import { ViewCitations } from './view-citations.tsx';

/** Whether a server answers what stands in the pages of others. The files of a mirror do not. */
const embeddable = mirror === null;
/** A picture with its sentence under it, in a text that does not change: the number would stay, and a live picture would not. */
const figures: ReadonlySet<FormId> = new Set(['markdown', 'html', 'latex']);
const embeds: ReadonlySet<FormId> = new Set(['iframe', 'element']);
/** Pixels: the width of a column of text in most pages, and a height where the picture could not be had. */
const usual = { width: 600, height: 400 };
/** The width of a column of text on a phone. */
const NARROW = 360;

/** Every way to take the view elsewhere, with its source, its version and its way back. */
export function ShareDialog() {
  const { view, words, lang } = usePage();
  const texts = useShareTexts();
  const [form, setForm] = useState<FormId>('link');
  // What a reader chooses holds for all forms; until then each says what is usual for it.
  const [chosen, setFrozen] = useState<boolean | null>(view.query.snapshot === null ? null : true);
  const isFigure = figures.has(form);
  const frozen = chosen ?? isFigure;
  const query = { ...resolveQuery(view.query), lang };
  const counts = useQuery(countsQuery(query, lang));
  const snapshot = useQuery(snapshotQuery(view.query.snapshot));
  // In a mirror this would be drawn here, which nobody asked for yet.
  const size = useQuery({ ...pictureSizeQuery(query, usual.width), enabled: embeddable });
  const narrow = useQuery({ ...pictureSizeQuery(query, NARROW), enabled: embeddable });
  // The heights are suggestions: without them, all the rest can be taken along.
  const frame = useQuery({ ...frameHeightQuery(query, usual.width), enabled: embeddable });
  const frameHeight = frame.data ?? (frame.error || !embeddable ? usual.height : null);
  const picture = size.data ?? (size.error ? usual : null);
  const failed = [counts, snapshot].find(({ error }) => error !== null);
  if (failed?.error) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (!counts.data || !snapshot.data || (embeddable && !picture) || frameHeight === null) return <Waiting />;
  const { id, dataset, sources } = snapshot.data;
  const taken = outgoingView({
    absolute,
    query,
    snapshot: id,
    frozen,
    measures: query.measure.map((id) => words.measure(id).label),
    headlines: counts.data.headlines,
    source: sourceLine(sources, counts.data.sources, words),
    version: `${words.ui.footer.snapshot} ${id}`,
    size: picture,
    narrow: narrow.data ?? null,
    frameHeight,
    mirrored: !embeddable,
  });
  return (
    <div className="share">
      <Which frozen={frozen} isFigure={isFigure} snapshot={id} choose={setFrozen} />
      {embeddable ? null : <p className="share-text">{texts.mirrored}</p>}
      <Snippets
        shared={taken}
        forms={formIds.filter((id) => embeddable || !embeds.has(id))}
        form={form}
        choose={setForm}
      />
      <Files shared={taken} />
      <ViewCitations cited={{ id, dataset, url: taken.permalink, view: taken.title }} />
      {embeddable ? <Preview query={{ ...query, snapshot: frozen ? id : null }} title={taken.title} /> : null}
    </div>
  );
}

interface WhichProps {
  frozen: boolean;
  /** Whether what is taken is a figure, whose picture and sentence stay as they are in either case. */
  isFigure: boolean;
  snapshot: string;
  choose(frozen: boolean): void;
}

function Which({ frozen, isFigure, snapshot, choose }: WhichProps) {
  const { words } = usePage();
  const texts = useShareTexts();
  const name = useId();
  const option = (value: boolean, label: string, text: string) => (
    <label className="option share-which">
      <input type="radio" name={name} checked={frozen === value} onChange={() => choose(value)} />
      <span>
        {label}
        <span className="option-note"> {text}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="share-part">
      <legend className="share-title">{texts.which}</legend>
      {option(false, texts.live, isFigure ? words.fill(texts.liveFigure, { snapshot }) : texts.liveText)}
      {option(true, texts.frozen, words.fill(texts.frozenText, { snapshot }))}
    </fieldset>
  );
}
