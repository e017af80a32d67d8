import type { Request, Route, Understood } from '@article21/answers';
import { endpoints, fileName, imageKeys, presentationName } from '@article21/contract';
import { printKeys } from '@article21/model';
import {
  drawPdf,
  drawPng,
  drawPptx,
  drawSvg,
  named,
  readDeck,
  readPictureQuery,
  readViews,
} from '@article21/pictures';
import type { Renderer } from '@article21/render';
import { refuseOther } from './snapshot.ts';

/** What the routes below draw with. */
export type Painter = Pick<Renderer, 'svg' | 'pdf' | 'pptx' | 'pngAsync'>;

const pictures = [
  { endpoint: endpoints.chartSvg, draw: drawSvg, ending: 'svg' },
  { endpoint: endpoints.chartPng, draw: drawPng, ending: 'png' },
  { endpoint: endpoints.chartPdf, draw: drawPdf, ending: 'pdf' },
] as const;

/**
 * The pictures and slides of any view, as the API draws them. `baseUrl` is where the mirror stands, without a slash at its
 * end: their way back leads there.
 */
export function drawnRoutes(painter: Painter, baseUrl: string): Route[] {
  return [
    ...pictures.map(
      ({ endpoint, draw, ending }): Route => ({
        endpoint,
        read({ search, served, words }) {
          const { picture, query } = readPictureQuery(endpoint, search, served);
          const subject = { query: picture, served, words: words(query.lang ?? 'en'), baseUrl };
          return {
            canonical: printKeys(imageKeys, query),
            headers: named('attachment', fileName(picture, ending)),
            answer: () => draw(subject, painter),
          };
        },
      }),
    ),
    { endpoint: endpoints.chartPptx, read: (request) => readSlides(request, painter, baseUrl) },
  ];
}

function readSlides({ search, served, words }: Request, painter: Painter, baseUrl: string): Understood {
  const views = readDeck(readViews(search), ({ snapshot }) => {
    refuseOther(snapshot, served);
    return served;
  });
  const name = presentationName(
    views.map(({ query }) => query),
    'pptx',
  );
  const language = views[0]?.query.lang ?? 'en';
  return {
    canonical: views.map(({ canonical }) => canonical).join(' '),
    headers: named('attachment', name),
    answer: () => drawPptx({ views, words: words(language), baseUrl }, painter),
  };
}
