import { endpoints } from '@article21/contract';
import { drawPdf, drawPng, drawSvg, readPictureQuery } from '@article21/pictures';
import type { JobOutput, JobTools, SnapshotInput } from './tools.ts';

/** The pictures of a query, and what each is drawn with. */
export const pictures = [
  { endpoint: endpoints.chartSvg, draw: drawSvg, ending: 'svg' },
  { endpoint: endpoints.chartPng, draw: drawPng, ending: 'png' },
  { endpoint: endpoints.chartPdf, draw: drawPdf, ending: 'pdf' },
] as const;

/** The chart of a query as a file. */
export function picture({ snapshot, path, search }: SnapshotInput, tools: JobTools): JobOutput {
  const found = pictures.find(({ endpoint }) => endpoint.path === path);
  if (!found) throw new Error(`no picture of ${path}`);
  const { snapshots, words, baseUrl } = tools;
  return snapshots.use<string | Uint8Array>(snapshot, async (loaded) => {
    const { picture: query } = readPictureQuery(found.endpoint, new URLSearchParams(search), loaded);
    const subject = { query, loaded, words: words(query.lang ?? 'en'), baseUrl };
    return found.draw(subject, await tools.renderer());
  });
}
