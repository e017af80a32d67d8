import { countsFor, type LoadedSnapshot } from '@article21/answers';
import type { EmbedQuery } from '@article21/contract';
import { unbroken, type Words } from '@article21/messages';
import { emptyQuery, printQuery } from '@article21/model';
import { type PictureQuery, type PictureTexts, pictureTexts } from '@article21/pictures';
import type { Renderer } from '@article21/render';
import { renderToStaticMarkup } from 'react-dom/server';
import { drawChart } from './chart.tsx';
import { Controls } from './controls.tsx';
import { type EmbedAddresses, layout } from './layout.ts';
import { PlaceLinks } from './place-links.tsx';
import { Table } from './table.tsx';

/** What an embed is made of. */
export interface EmbedSubject {
  picture: PictureQuery;
  query: EmbedQuery;
  loaded: LoadedSnapshot;
  words: Words;
  addresses: EmbedAddresses;
}

/** The page of a chart inside another page, complete before any script runs. Throws a `HttpProblem` of what cannot be drawn. */
export async function writeEmbed(subject: EmbedSubject, renderer: Renderer): Promise<string> {
  const { picture, query, loaded, addresses } = subject;
  const words = subject.words.of(loaded.vocabulary);
  const { embed, state } = words.ui;
  const counts = countsFor(picture, loaded);
  const about = { loaded, words, baseUrl: addresses.site };
  const chart = await drawChart({ query: picture, ...about }, counts, { renderer, image: addresses.image });
  const texts = pictureTexts(picture, counts, about);
  const shown = { ...emptyQuery, ...picture.requested, lang: words.language, snapshot: loaded.id };
  const page = `${addresses.site}/?${printQuery({ ...shown, title: null, theme: null })}`;
  const body = renderToStaticMarkup(
    <>
      {loaded.snapshot.catalogue.meta.synthetic ? <p className="synthetic">{words.ui.synthetic}</p> : null}
      <Headings {...texts} />
      {query.controls ? <Controls query={query} loaded={loaded} words={words} /> : null}
      <figure>
        <div
          className="chart"
          style={chart.colours}
          data-query={printQuery(shown)}
          data-measures={loaded.cube.present.join()}
          dangerouslySetInnerHTML={{ __html: chart.html }}
        />
        <figcaption className="hint" role="status" data-failed={state.error}>
          {embed.hint}
        </figcaption>
      </figure>
      <PlaceLinks counts={counts} picture={picture} query={query} places={loaded.tree} words={words} />
      <Table counts={counts} query={picture} loaded={loaded} words={words} page={page} />
      <Footer words={words} source={texts.source} page={page}>
        {texts.below[0]}
      </Footer>
    </>,
  );
  return layout({ title: texts.headline, body, theme: query.theme, words, addresses, canonical: page });
}

function Headings({ title, headline, spoken }: PictureTexts) {
  return (
    <>
      {title === undefined ? <h1 className="hidden">{headline}</h1> : <h1>{unbroken(title)}</h1>}
      {spoken.length > 0 ? (
        <div className="sentences">
          {spoken.map((it) => (
            <p key={it}>{unbroken(it)}</p>
          ))}
        </div>
      ) : null}
    </>
  );
}

interface FooterProps {
  words: Words;
  source: string;
  page: string;
  children: string;
}

function Footer({ words: { ui }, source, page, children }: FooterProps) {
  return (
    <footer>
      <p>{source}</p>
      <p>{children}</p>
      <p>
        <a href={page} target="_blank" rel="noopener">
          {`${ui.site}: ${ui.embed.open}`}
        </a>
      </p>
    </footer>
  );
}
