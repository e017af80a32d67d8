import { HttpProblem, knownTo, type LoadedSnapshot, refuseIssues, snapshotOf } from '@article21/answers';
import { type endpoints, parseEndpointQuery, readShow, type ShownView } from '@article21/contract';
import { chartKeys, printQuery } from '@article21/model';
import { type PictureQuery, readPictureQuery } from '../picture/read.ts';

/** One view as it is asked for. */
export interface ViewQuery {
  query: PictureQuery;
  /** What the speaker wrote for it. */
  notes: string;
}

/** What slides are asked for: which snapshot each view shows, and how to read the view once that is open. */
export interface ViewRequest {
  /** Null where it shows the one that the whole request names, or the current one. */
  snapshot: string | null;
  /** Refuses what cannot be read. */
  read(loaded: LoadedSnapshot): Read;
}

type Read = ViewQuery & {
  canonical: string;
  /** How many groups of records its chart draws. */
  groups: number;
};

/** Snapshots that one presentation may show: each is opened for it. */
const MOST_SNAPSHOTS = 4;

/** What answers a presentation as a file, or a single view. */
type SlidesEndpoint = typeof endpoints.chartPptx | typeof endpoints.chartPdf;

/** Reads the views of a request: those of `show`, else the one of its own query. Refuses a `show` that is none. */
export function readViews(search: URLSearchParams, endpoint: SlidesEndpoint): ViewRequest[] {
  const shows = search.getAll('show');
  if (shows.length > 1) throw refusal('duplicate_key', `show is given ${shows.length} times`, 'once');
  const [show] = shows;
  const own = new URLSearchParams(search);
  own.delete('show');
  if (show === undefined) return [viewRequest(own, '', endpoint)];
  const read = readShow(show);
  if ('fault' in read) throw refusal('unreadable', 'not a presentation', faults[read.fault] ?? faults.link);
  if (read.slides.length === 0) throw refusal('empty', 'a presentation without views', 'leave the key out');
  const views = read.slides.map((view, index) => shownView(view, { index, own, endpoint }));
  const snapshots = new Set(views.map((view) => view.snapshot));
  if (snapshots.size > MOST_SNAPSHOTS)
    throw refusal('too_many', `${snapshots.size} snapshots`, `at most ${MOST_SNAPSHOTS} in one presentation`);
  return views;
}

/**
 * Slides times marks: what a presentation draws altogether. A year of days in each of forty slides has fewer, ten years in
 * each would take a processor for eleven seconds.
 */
const MOST_MARKS_IN_SHOW = 20_000;

/** Reads all views of a presentation. Refuses one that is too large, before anything is counted. */
export function readDeck<S extends LoadedSnapshot>(
  views: readonly ViewRequest[],
  servedOf: (view: ViewRequest, index: number) => S,
  most = MOST_MARKS_IN_SHOW,
): (Read & { loaded: S })[] {
  let marks = 0;
  return views.map((view, i) => {
    const loaded = servedOf(view, i);
    const read = view.read(loaded);
    marks += read.groups;
    if (marks > most)
      throw tooManyMarks(`the first ${i + 1} of ${views.length} slides have ${marks} marks`, most);
    return { ...read, loaded };
  });
}

function tooManyMarks(found: string, most: number): HttpProblem {
  const message = `${found}; at most ${most} are drawn in one file`;
  const hint =
    'show fewer slides, shorter periods, longer steps or fewer places, or save it as several files';
  const issue = { key: 'show', code: 'too_many', stated: '', message, hint, most };
  return new HttpProblem('too-much', `show: ${message}: ${hint}`, [issue]);
}

const copied = 'copy the whole address of the presentation';
const faults: Readonly<Record<string, string>> & { link: string } = {
  link: copied,
  shape: copied,
  many: 'a presentation holds at most 40 views',
};

function refusal(code: string, message: string, hint: string): HttpProblem {
  const issue = { key: 'show', code, stated: '', message, hint };
  return new HttpProblem('invalid-query', `show: ${message}`, [issue]);
}

/** A view of a presentation, in the language of the request; its title and notes are its own. */
function shownView(
  { query, title, notes }: ShownView,
  { index, own, endpoint }: { index: number; own: URLSearchParams; endpoint: SlidesEndpoint },
): ViewRequest {
  const search = new URLSearchParams(query);
  for (const key of ['lang', 'theme', 'title']) search.delete(key);
  for (const lang of own.getAll('lang')) search.append('lang', lang);
  if (title.trim() !== '') search.set('title', title);
  const view = viewRequest(search, notes, inShow);
  return {
    ...view,
    read(loaded) {
      refuseIssues(parseEndpointQuery(endpoint, own, knownTo(loaded)).issues);
      try {
        return view.read(loaded);
      } catch (error) {
        if (!(error instanceof HttpProblem)) throw error;
        const place = `view ${index + 1} of show: ${error.message}`;
        throw new HttpProblem(error.kind, place, error.issues, error);
      }
    },
  };
}

/** A view of a presentation shows no presentation. */
const inShow = { query: chartKeys };

function viewRequest(
  search: URLSearchParams,
  notes: string,
  keys: Parameters<typeof readPictureQuery>[0],
): ViewRequest {
  const { pinned, issues } = snapshotOf(search);
  refuseIssues(issues);
  return {
    snapshot: pinned,
    read(loaded) {
      const { picture, query, groups } = readPictureQuery(keys, search, loaded);
      const canonical = printQuery({ ...query, snapshot: null, theme: null });
      return { query: picture, notes, canonical, groups };
    },
  };
}
