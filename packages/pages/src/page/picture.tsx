import { resolveQuery } from '@article21/charts';
import { paths } from '@article21/contract/client';
import { problemTexts } from '@article21/messages';
import type { Counts, Theme } from '@article21/model';
import {
  drawableTitle,
  type InlinePicture,
  inlineColours,
  type Reserved,
  reserveLayouts,
  tooLarge,
} from '@article21/pictures';
import type { ReactElement } from 'react';
import { partOf, ReservedLayout } from './reserved-layout.tsx';
import type { PageSubject } from './subject.ts';

/**
 * The drawn chart. Where it is too large for a page or nobody had time to draw it, an image, which comes when it is
 * drawn, in the room of the chart that the program will draw. What no picture is drawn of says so.
 */
export async function pictureOf(subject: PageSubject, counts: Counts): Promise<ReactElement> {
  const { query, loaded, words, addresses, picture } = subject;
  if (picture) return <Drawn {...picture} />;
  const refusal = tooLarge(resolveQuery(query), loaded);
  if (refusal) {
    const { title, hints } = problemTexts(refusal.kind, refusal.issues, words);
    return (
      <figure className="chart">
        <p>{[title, ...hints].join(' ')}</p>
      </figure>
    );
  }
  const requested = { ...resolveQuery(query), title: drawableTitle(query.title) };
  const whole = addresses.file(paths.chartSvg({ ...requested, lang: words.language }));
  if (whole === null) return <figure className="chart" />;
  const reserved = await reserveLayouts({ query, loaded, words, baseUrl: '' }, counts);
  const src = (it: Reserved, theme: Theme | null) => {
    const sized = {
      ...requested,
      lang: words.language,
      theme,
      snapshot: loaded.id,
      width: it.requestedWidth,
    };
    const sizedFile = addresses.file(paths.chartSvg(sized));
    // A mirror has the picture at one width alone.
    return sizedFile === null ? whole : partOf(sizedFile, it);
  };
  return (
    <figure className="chart layouts">
      {reserved.map((it, i) => (
        <ReservedLayout
          key={it.width}
          reserved={it}
          index={i}
          theme={query.theme}
          alt={words.ui.filter.chart}
          src={(theme) => src(it, theme)}
        />
      ))}
    </figure>
  );
}

/** A picture that the page carries. */
export function Drawn({ colours, html }: InlinePicture): ReactElement {
  return (
    <figure
      className="chart layouts"
      style={inlineColours(colours)}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
