import { routes } from '@article21/answers';
import { type Endpoint, endpoints, type SnapshotAnswer } from '@article21/contract';
import { type ReactElement, type ReactNode, Suspense } from 'react';
import { renderToString } from 'react-dom/server';
import { type Answer, answerKeys, PAGE_DATA, type PageData } from '../page-data.ts';
import { Footer, Frame, Header, OlderVersion, SiteContext } from '../views/index.ts';
import { localOf } from './local.ts';
import { siteOf } from './site.tsx';
import type { PageSubject } from './subject.ts';

/** What a page says, and what is said of it elsewhere. */
export interface PageContent {
  /** Without the name of the site. */
  title: string;
  /** What it is called on a card, where its title has words that a reader typed: whoever sees the card takes them for ours. */
  called?: string;
  /** A sentence or two for cards and search engines. */
  description: string;
  /** The page as the dashboard has it, too. */
  view: ReactElement;
  /** What it was made of, beside the snapshot itself. */
  answers?: readonly Answer[];
  /** Whether the program can take it in as it is; else it draws its own in its place. */
  hydrates?: boolean;
}

/** Longer answers are no part of a page: the program asks for them before it hydrates it. UTF-16 code units of JSON. */
const LONGEST_ANSWER = 16_000;

/** A view within its frame, as HTML, and what the program needs to take it in. */
export async function renderPage(
  subject: PageSubject,
  { view, answers = [], hydrates = true }: PageContent,
): Promise<{ body: string; loaded: string }> {
  const { snapshot: requestedId } = subject.query;
  const files: Record<string, string> = {};
  const snapshot = await snapshotOf(subject);
  const body = framed(subject, snapshot, <Suspense>{view}</Suspense>, (address, file) => {
    files[address] = file;
  });
  const all: Answer[] = [
    [answerKeys.snapshot(requestedId), snapshot],
    [answerKeys.places(requestedId), subject.loaded.tree.places],
    ...answers,
  ];
  return { body, loaded: hydrates ? printed(all, subject.addresses.isMirror ? files : {}) : '' };
}

function framed(
  subject: PageSubject,
  snapshot: SnapshotAnswer,
  content: ReactNode,
  found?: Parameters<typeof siteOf>[1],
): string {
  const { loaded } = subject;
  const { language } = loaded.snapshot.catalogue.meta;
  return renderToString(
    <SiteContext value={siteOf({ ...subject, places: loaded.tree, ownLanguage: language }, found)}>
      <Frame
        header={<Header dataset={snapshot.dataset} />}
        notice={noticeOf(subject)}
        footer={<Footer snapshot={snapshot} />}
      >
        {content}
      </Frame>
    </SiteContext>,
  );
}

const snapshots = new WeakMap<object, Promise<SnapshotAnswer>>();

/** What the API answers about the snapshot that the page shows: the same on each of its pages. */
export function snapshotOf(subject: Pick<PageSubject, 'loaded' | 'words'>): Promise<SnapshotAnswer> {
  const { loaded } = subject;
  const known = snapshots.get(loaded) ?? answerTo(endpoints.snapshot, subject);
  snapshots.set(loaded, known);
  return known;
}

/** What the API answers to an endpoint of the snapshot that the page shows. */
export async function answerTo<E extends Endpoint>(
  endpoint: E,
  { loaded, words }: Pick<PageSubject, 'loaded' | 'words'>,
  params: Readonly<Record<string, string>> = {},
  search = new URLSearchParams(),
): Promise<E['answer']['_output']> {
  const route = routes.find((it) => it.endpoint.path === endpoint.path);
  if (!route) throw new Error(`no route of ${endpoint.path}`);
  const request = { params, search, loaded, words: () => words };
  return (await route.read(request)).answer() as Promise<E['answer']['_output']>;
}

function noticeOf({ older, otherDataset, loaded, words }: PageSubject): ReactNode {
  if (!older && otherDataset === undefined) return null;
  const { text: title } = localOf(loaded.snapshot.catalogue.meta, 'title', { loaded, words });
  const titles = otherDataset === undefined ? null : { title, current: otherDataset };
  return <OlderVersion shown={loaded.id} titles={titles} />;
}

/** As a data block, which no browser runs and no policy for scripts is about. */
function printed(all: readonly Answer[], files: PageData['files']): string {
  const answers = all.flatMap(([key, data, isPartial]) => {
    const json = jsonOf(data);
    const printedOne = `[${JSON.stringify(key)},${json}${isPartial ? ',true' : ''}]`;
    return json.length <= LONGEST_ANSWER ? [printedOne] : [];
  });
  // The shape of a `PageData`.
  const json = `{"answers":[${answers.join()}],"files":${JSON.stringify(files)}}`.replaceAll('<', '\\u003c');
  return `<script type="application/json" id="${PAGE_DATA}">${json}</script>`;
}

const printedBefore = new WeakMap<object, string>();

/** The answers about a snapshot are the same on each of its pages. */
function jsonOf(data: Answer[1]): string {
  const json = printedBefore.get(data) ?? JSON.stringify(data);
  printedBefore.set(data, json);
  return json;
}
