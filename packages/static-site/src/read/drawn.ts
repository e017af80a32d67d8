import type { Request, Route, Understood } from '@article21/answers';
import { endpoints, fileName, imageKeys, presentationName } from '@article21/contract';
import { printKeys } from '@article21/model';
import {
  contentDisposition,
  drawHandout,
  drawPdf,
  drawPng,
  drawPptx,
  drawSvg,
  readDeck,
  readPictureQuery,
  readViews,
} from '@article21/pictures';
import type { Renderer } from '@article21/render';
import { refuseOther } from './snapshot.ts';

/** What the routes below draw with. */
export type Painter = Pick<Renderer, 'svg' | 'pdf' | 'document' | 'pptx' | 'slideRoom' | 'pngAsync'>;

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
  const drawn = { painter, baseUrl };
  return [
    ...pictures.map(
      ({ endpoint, draw, ending }): Route => ({
        endpoint,
        read(request) {
          const { search, loaded, words } = request;
          if (endpoint === endpoints.chartPdf && search.has('show'))
            return readShown(handout, request, drawn);
          const { picture, query } = readPictureQuery(endpoint, search, loaded);
          const subject = { query: picture, loaded, words: words(query.lang ?? 'en'), baseUrl };
          return {
            canonical: printKeys(imageKeys, query),
            headers: contentDisposition('attachment', fileName(picture, ending)),
            answer: () => draw(subject, painter),
          };
        },
      }),
    ),
    { endpoint: endpoints.chartPptx, read: (request) => readShown(slides, request, drawn) },
  ];
}

/** The forms of a presentation. */
const slides = { endpoint: endpoints.chartPptx, draw: drawPptx, ending: 'pptx' } as const;
const handout = { endpoint: endpoints.chartPdf, draw: drawHandout, ending: 'pdf' } as const;

function readShown(
  { endpoint, draw, ending }: typeof slides | typeof handout,
  { search, loaded, words }: Request,
  { painter, baseUrl }: { painter: Painter; baseUrl: string },
): Understood {
  const views = readDeck(readViews(search, endpoint), ({ snapshot }) => {
    refuseOther(snapshot, loaded);
    return loaded;
  });
  const name = presentationName(
    views.map(({ query }) => query),
    ending,
  );
  const language = views[0]?.query.lang ?? 'en';
  return {
    canonical: views.map(({ canonical }) => canonical).join(' '),
    headers: contentDisposition('attachment', name),
    answer: () => draw({ views, words: words(language), baseUrl }, painter),
  };
}
