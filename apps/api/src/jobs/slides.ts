import { endpoints } from '@article21/contract';
import { drawHandout, drawPptx, readDeck, readViews } from '@article21/pictures';
import type { LoadedSnapshot, Snapshots } from '../snapshots.ts';
import type { JobOutput, JobTools } from './tools.ts';

/** The forms of a presentation, and what each is drawn with. */
export const slideFiles = {
  pptx: { endpoint: endpoints.chartPptx, draw: drawPptx, ending: 'pptx', shown: 'attachment' },
  pdf: { endpoint: endpoints.chartPdf, draw: drawHandout, ending: 'pdf', shown: 'inline' },
} as const;

export interface SlidesInput {
  path: string;
  search: string;
  /** The snapshot of each view. */
  ids: readonly string[];
}

/** A view of a query, or a whole presentation, as slides or on paper. */
export function slides({ path, search, ids }: SlidesInput, tools: JobTools): JobOutput {
  const found = Object.values(slideFiles).find(({ endpoint }) => endpoint.path === path);
  if (!found) throw new Error(`no slides of ${path}`);
  const requested = readViews(new URLSearchParams(search), found.endpoint);
  return withAll(tools.snapshots, [...new Set(ids)], new Map(), async (open) => {
    const views = readDeck(requested, (_, i) => openOf(open, ids[i]));
    const words = tools.words(views[0]?.query.lang ?? 'en');
    return found.draw({ views, words, baseUrl: tools.baseUrl }, await tools.renderer());
  });
}

/** Opens snapshots one after another, and keeps all open until the work is done. */
export async function withAll<T>(
  snapshots: Pick<Snapshots, 'use'>,
  [id, ...rest]: readonly string[],
  open: ReadonlyMap<string, LoadedSnapshot>,
  work: (open: ReadonlyMap<string, LoadedSnapshot>) => Promise<T>,
): Promise<T> {
  if (id === undefined) return work(open);
  return snapshots.use(id, (loaded) => withAll(snapshots, rest, new Map([...open, [id, loaded]]), work));
}

/** The one of them that is called so. */
export function openOf(open: ReadonlyMap<string, LoadedSnapshot>, id: string | undefined): LoadedSnapshot {
  const loaded = open.get(id ?? '');
  if (!loaded) throw new Error(`a snapshot that is not open: ${id}`);
  return loaded;
}
