import { endpoints, fileName, imageKeys } from '@article21/contract';
import { printKeys } from '@article21/model';
import { contentDisposition, readPictureQuery } from '@article21/pictures';
import type { Hono } from 'hono';
import { commonOf, withSnapshot } from '../endpoint.ts';
import { pictures } from '../jobs/picture.ts';
import { slideFiles } from '../jobs/slides.ts';
import { costOfPicture } from '../work/cost.ts';
import { answerSlides, type ImageParts } from './slides.ts';

/** Adds the chart of a query as a picture. */
export function addImages(hono: Hono, parts: ImageParts): void {
  const { snapshots, answer, readSized, baseUrl } = parts;
  for (const { endpoint, ending } of pictures) {
    const { path } = endpoint;
    hono.get(path, async (c) => {
      const search = new URL(c.req.url).searchParams;
      // A presentation on paper has its address, too.
      if (endpoint === endpoints.chartPdf && search.has('show'))
        return answerSlides(c, slideFiles.pdf, parts);
      return withSnapshot(c, snapshots, search, async (loaded, isPinned) => {
        const read = () => readPictureQuery(endpoint, search, loaded);
        const { picture, query, groups } = await readSized(c, [loaded], read);
        const input = { snapshot: loaded.id, path, search: search.toString() };
        const common = commonOf(endpoint, isPinned);
        return answer(c, {
          ...common,
          key: [loaded.id, path, baseUrl, printKeys(imageKeys, { ...query, snapshot: null })],
          headers: { ...common.headers, ...contentDisposition('inline', fileName(picture, ending)) },
          body: { job: { kind: 'picture', input }, cost: costOfPicture(path, groups, query) },
        });
      });
    });
  }
}
