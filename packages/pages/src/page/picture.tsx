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
  return (
    <figure className="chart layouts">
      {reserved.map((it, i) => (
        <Layout key={it.width} reserved={it} i={i} whole={whole} subject={subject} />
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

interface LayoutProps {
  reserved: Reserved;
  i: number;
  /** The address of the picture at a width of its own. */
  whole: string;
  subject: PageSubject;
}

/** One of the widths, in the reader's colours. What is not shown is not fetched. */
function Layout({ reserved: { width, height, requestedWidth, view }, i, whole, subject }: LayoutProps) {
  const { query, words, addresses, loaded } = subject;
  const src = (theme: Theme | null) => {
    const own = { ...resolveQuery(query), title: drawableTitle(query.title), lang: words.language, theme };
    const sized = { ...own, snapshot: loaded.id, width: requestedWidth };
    const part = addresses.file(paths.chartSvg(sized));
    // A mirror has the picture at one width alone.
    return part === null ? whole : `${part}#svgView(viewBox(${view}))`;
  };
  return (
    <picture className={`layout-${i}`}>
      {query.theme === null ? <source media="(prefers-color-scheme: dark)" srcSet={src('dark')} /> : null}
      <img
        src={src(query.theme)}
        alt={words.ui.filter.chart}
        width={width}
        height={height}
        style={{ aspectRatio: `${width}/${height}` }}
        loading="lazy"
      />
    </picture>
  );
}
