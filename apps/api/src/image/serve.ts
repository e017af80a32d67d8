import { refuseIssues, snapshotOf } from '@article21/answers';
import { endpoints, fileName, printImageQuery } from '@article21/contract';
import type { Words } from '@article21/messages';
import type { Language } from '@article21/model';
import { drawPdf, drawPng, drawSvg, named, readPictureQuery, type Subject } from '@article21/surfaces';
import type { Hono } from 'hono';
import type { Answer } from '../answer.ts';
import { headersOf } from '../headers.ts';
import type { Snapshots } from '../snapshots.ts';
import type { Drawing } from './drawing.ts';
import { addSlides } from './slides.ts';

export interface ImageParts {
  snapshots: Snapshots;
  answer: Answer;
  drawing: Drawing;
  words(language: Language): Words;
  baseUrl: string;
}

const pictures = [
  { endpoint: endpoints.chartSvg, draw: drawSvg, ending: 'svg' },
  { endpoint: endpoints.chartPng, draw: drawPng, ending: 'png' },
  { endpoint: endpoints.chartPdf, draw: drawPdf, ending: 'pdf' },
];

/** Adds the chart of a query as a picture, and as slides. What draws is loaded for the first of them. */
export function addImages(hono: Hono, parts: ImageParts): void {
  const { snapshots, answer, drawing, words, baseUrl } = parts;
  addSlides(hono, parts);
  for (const { endpoint, draw, ending } of pictures) {
    const { path, mediaType } = endpoint;
    hono.get(path, async (c) => {
      const search = new URL(c.req.url).searchParams;
      const { pinned, issues } = snapshotOf(search);
      refuseIssues(issues);
      return snapshots.use(pinned ?? (await snapshots.current()), async (served) => {
        const { picture, query } = readPictureQuery(endpoint, search, served);
        const subject: Subject = { query: picture, served, words: words(query.lang ?? 'en'), baseUrl };
        return answer(c, {
          key: [served.id, path, baseUrl, printImageQuery({ ...query, snapshot: null })],
          mediaType,
          immutable: pinned !== null,
          headers: { ...headersOf(path), ...named('inline', fileName(picture, ending)) },
          body: () => drawing<string | Uint8Array>((renderer) => draw(subject, renderer)),
        });
      });
    });
  }
}
