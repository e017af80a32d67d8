import './share.css';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { countsQuery, frameHeightQuery, pictureSizeQuery, snapshotQuery } from '../queries.ts';
import { countedQuery } from '../url/charted.ts';
import { absolute, mirror } from '../url/mirror.ts';
import { Files } from './files.tsx';
import { formIds } from './forms.ts';
import { outgoingView } from './outgoing-view.ts';
import { Preview } from './preview.tsx';
import { useShareTexts } from './share-texts.ts';
import { Snippets } from './snippets.tsx';
import { ViewCitations } from './view-citations.tsx';

/** Whether somebody draws pictures and embeds of any view. The files of a mirror do not: links and citations remain. */
const drawn = mirror === null;
/** Pixels: the width of a column of text in most pages, and a height where the picture could not be had. */
const usual = { width: 600, height: 400 };

/** Every way to take the view elsewhere, with its source, its version and its way back. */
export function ShareDialog() {
  const { view, words, lang } = usePage();
  const [frozen, setFrozen] = useState(view.query.snapshot !== null);
  const query = { ...countedQuery(view.query), lang };
  const counts = useQuery(countsQuery(query, lang));
  const snapshot = useQuery(snapshotQuery(view.query.snapshot));
  const size = useQuery({ ...pictureSizeQuery(query, usual.width), enabled: drawn });
  // The heights are suggestions: without them, all the rest can be taken along.
  const frame = useQuery({ ...frameHeightQuery(query, usual.width), enabled: drawn });
  const frameHeight = frame.data ?? (frame.error || !drawn ? usual.height : null);
  const picture = size.data ?? (size.error || !drawn ? usual : null);
  const failed = [counts, snapshot].find(({ error }) => error !== null);
  if (failed?.error) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (!counts.data || !snapshot.data || !picture || frameHeight === null) return <Waiting />;
  const { id, dataset, sources } = snapshot.data;
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))].join('; ');
  const taken = outgoingView({
    absolute,
    query,
    snapshot: id,
    frozen,
    measures: query.measure.map((id) => words.measure[id].label),
    sentences: counts.data.headlines.map(({ text }) => text),
    source: `${words.ui.footer.source}: ${publishers}`,
    version: `${words.ui.footer.snapshot} ${id}`,
    size: picture,
    frameHeight,
  });
  return (
    <div className="share">
      <Which frozen={frozen} snapshot={id} choose={setFrozen} />
      <Snippets shared={taken} forms={drawn ? formIds : ['link']} />
      {drawn ? <Files shared={taken} /> : null}
      <ViewCitations cited={{ id, dataset, url: taken.permalink, view: taken.title }} />
      {drawn ? <Preview query={{ ...query, snapshot: frozen ? id : null }} title={taken.title} /> : null}
    </div>
  );
}

interface WhichProps {
  frozen: boolean;
  snapshot: string;
  choose(frozen: boolean): void;
}

function Which({ frozen, snapshot, choose }: WhichProps) {
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
      {option(false, texts.live, texts.liveText)}
      {option(true, texts.frozen, words.fill(texts.frozenText, { snapshot }))}
    </fieldset>
  );
}
