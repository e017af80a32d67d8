import { knownTo } from '@article21/answers';
import { parsePageQuery } from '@article21/contract';
import { pageTexts, type Words } from '@article21/messages';
import type { ChartQuery, Language, Theme } from '@article21/model';
import {
  createTemplate,
  type PageRoute,
  type PageSubject,
  serverAddresses,
  type Template,
  writePage,
} from '@article21/pages';
import { readPageState } from '@article21/pages/address';
import { drawInline, drawInlineNotation, type InlinePicture, pageWidths } from '@article21/pictures';
import type { LoadedSnapshot } from '../snapshots.ts';
import type { JobOutput, JobTools } from './tools.ts';

/** A page as its address states it. */
export interface PageInput {
  snapshot: string;
  route: PageRoute;
  search: string;
  language: Language;
}

/** What of a page was made or looked up before. */
export type PageExtras = Pick<PageSubject, 'older'> &
  Partial<Pick<PageSubject, 'otherDataset' | 'versions' | 'changes'>> & {
    /** As `inline` made it, in bytes; null where the page comes without. */
    picture: Uint8Array | null;
  };

/** A page that can be read before any script runs. */
export function page(
  { snapshot, extras, ...input }: PageInput & { extras: PageExtras },
  tools: JobTools,
): JobOutput {
  const template = templateOf(tools.index);
  return tools.snapshots.use(snapshot, async (loaded) =>
    writePage(
      { ...(await subjectOf(input, loaded, tools)), ...extras, picture: pictureOf(extras) },
      template,
    ),
  );
}

function pictureOf({ picture }: PageExtras): InlinePicture | null {
  return picture && (JSON.parse(new TextDecoder().decode(picture)) as InlinePicture | null);
}

/** What a page is made of that its address states. */
export async function subjectOf(
  { route, search, language }: Omit<PageInput, 'snapshot'>,
  loaded: LoadedSnapshot,
  { words, baseUrl }: { words(language: Language): Words; baseUrl: string },
): Promise<Omit<PageSubject, 'older' | 'picture'>> {
  const params = new URLSearchParams(search);
  const known = knownTo(loaded);
  const requested = parsePageQuery(params, known);
  const { state, issues } = readPageState(params, known);
  const texts = (await pageTexts())[language];
  const addresses = serverAddresses(baseUrl);
  const { query } = requested;
  return {
    route,
    query,
    issues: [...requested.issues, ...issues],
    state,
    loaded,
    words: words(language),
    texts,
    addresses,
  };
}

let made: { index: string; template: Template } | null = null;

function templateOf(index: string | null): Template {
  if (index === null) throw new Error('a page, but the dashboard is not served');
  if (made?.index !== index) made = { index, template: createTemplate(index) };
  return made.template;
}

/** What is drawn into a page. */
export type InlineInput =
  | { notation: true; language: Language; theme: Theme | null }
  | { notation: false; language: Language; snapshot: string; query: ChartQuery & { chart: string } };

/** The picture in a page, as the JSON of `InlinePicture`; null where an image is shown instead. */
export async function inline(input: InlineInput, tools: JobTools): Promise<string> {
  const words = tools.words(input.language);
  const renderer = await tools.renderer();
  if (input.notation)
    return JSON.stringify(await drawInlineNotation({ words, theme: input.theme }, renderer));
  const { snapshot, query } = input;
  return tools.snapshots.use(snapshot, async (loaded) =>
    JSON.stringify(await drawInline({ query, loaded, words, widths: pageWidths, padding: 8 }, renderer)),
  );
}
