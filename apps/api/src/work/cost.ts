import type { LoadedSnapshot, Understood } from '@article21/answers';
import { resolveQuery } from '@article21/charts';
import { endpoints, type ImageQuery } from '@article21/contract';
import { groupCount } from '@article21/cube';
import type { ChartQuery } from '@article21/model';
import type { PageRoute } from '@article21/pages';
import type { Manifest } from '@article21/store';
import type { Effort } from '../encoding.ts';

/**
 * What work costs, in milliseconds of a processor of 2026, estimated from what is asked before any of it is done. Within a
 * factor of two that is enough: it decides what runs beside the answering thread, and whose turn it is.
 */
export const LIGHT = 5;

/** Before its first group, and for each. */
interface Rate {
  start: number;
  group: number;
}

const counted: Readonly<Record<string, Rate>> = {
  [endpoints.counts.path]: { start: 1, group: 0.012 },
  [endpoints.countsColumns.path]: { start: 1, group: 0.004 },
  [endpoints.chartJson.path]: { start: 1, group: 0.012 },
  [endpoints.countsCsv.path]: { start: 2, group: 0.02 },
  [endpoints.chartCsv.path]: { start: 2, group: 0.02 },
  [endpoints.countsSheetCsv.path]: { start: 2, group: 0.03 },
  [endpoints.countsXlsx.path]: { start: 30, group: 0.08 },
};

/** To look into one, or to make it. */
const SERIES = 0.003;

/** To read one, with what is made of it. */
const CELL = 0.0004;

/** What counts groups in a way that is not measured above. */
const COUNTED: Rate = { start: 2, group: 0.03 };

/** What is read from the files of a snapshot, which grow with the number of records; the rest is in memory. */
const RECORDS = { start: 20, record: 0.0005 };
const read: readonly string[] = [
  endpoints.records.path,
  endpoints.record.path,
  endpoints.source.path,
  endpoints.sourceRows.path,
];

/** Of all records as a file: each is read and written. */
const recordFiles: Readonly<Record<string, { start: number; record: number; most: number }>> = {
  [endpoints.recordsCsv.path]: { start: 20, record: 0.07, most: 100_000 },
  [endpoints.recordsXlsx.path]: { start: 50, record: 0.25, most: 20_000 },
  [endpoints.datasetZip.path]: { start: 200, record: 0.15, most: 100_000 },
  // Its index of words is there by then, and looked through.
  [endpoints.search.path]: { start: 10, record: 0.01, most: 20_000 },
  [endpoints.recordsParquet.path]: { start: 100, record: 0.05, most: 100_000 },
};

/** The answer of one of `routes`. */
export function costOfData(
  path: string,
  { groups = 0, series = 0, cells = 0 }: Pick<Understood, 'groups' | 'series' | 'cells'>,
  { snapshot }: LoadedSnapshot,
): number {
  const file = recordFiles[path];
  if (file) return file.start + file.record * Math.min(file.most, snapshot.manifest.records);
  const rate = counted[path] ?? (groups > 0 ? COUNTED : null);
  if (rate) return rate.start + rate.group * groups + SERIES * series + CELL * cells;
  return read.includes(path) ? RECORDS.start + RECORDS.record * snapshot.manifest.records : 1;
}

/** How large an answer is, where very many cells are looked at for it. */
export function costOfCounting({ cube }: Pick<LoadedSnapshot, 'cube'>): number {
  return COUNTING.start + COUNTING.cell * cube.cells.place.length;
}

const COUNTING = { start: 2, cell: 0.0001 };

/** The index of a snapshot's words: of each record that is searched, and of the bytes of texts. */
export function costOfSearchIndex({ snapshot }: LoadedSnapshot): number {
  const { records, files } = snapshot.manifest;
  const bytes = files.filter(({ path }) => path.startsWith('texts/')).reduce((all, it) => all + it.bytes, 0);
  return INDEX.start + INDEX.record * Math.min(20_000, records) + INDEX.byte * Math.min(5_000_000, bytes);
}

const INDEX = { start: 50, record: 0.06, byte: 0.0001 };

/** What was made before, compressed in another way than then. */
export function costOfPacking(bytes: number, effort: Effort): number {
  return PACKED[effort] * bytes;
}

const PACKED: Readonly<Record<Effort, number>> = { usual: 0.00003, high: 0.0003 };

const PICTURE: Rate = { start: 30, group: 0.1 };
/** On paper the same lines are written as text, which is then packed. */
const ON_PAPER = 2.5;
/** To paint a pixel and to pack it. */
const PIXEL = 0.00004;
/** A page and an embed carry several layouts of their chart. */
const LAYOUTS = 4;

/** One picture of so many groups, as it is drawn into a page. */
function costOfDrawing(groups: number): number {
  return PICTURE.start + PICTURE.group * groups;
}

/** The picture of one of the endpoints that have one, of so many groups and of that size. */
export function costOfPicture(
  path: string,
  groups: number,
  { width, height, scale }: Pick<ImageQuery, 'width' | 'height' | 'scale'>,
): number {
  const drawing = costOfDrawing(groups);
  if (path === endpoints.chartPdf.path) return ON_PAPER * drawing;
  if (path !== endpoints.chartPng.path) return drawing;
  // How high one is that is as high as it needs is not known before it is laid out.
  return drawing + PIXEL * width * (height ?? width) * scale ** 2;
}

/** The chart of a query inside another page. */
export function costOfEmbed(groups: number): number {
  return LAYOUTS * costOfDrawing(groups);
}

/** A slide has more to lay out than its picture: its texts in the file's fonts, its marks as shapes, or as paper's. */
const SLIDE: Rate = { start: 80, group: 0.2 };

/** On a slide a map is an image: its land is painted in pixels. */
const MAP = 250;

/** A presentation of these views, for a screen or on paper. */
export function costOfSlides(
  path: string,
  views: readonly { groups: number; query: { chart: string } }[],
): number {
  const land = path === endpoints.chartPptx.path ? MAP : 0;
  return views.reduce(
    (all, { groups, query }) => all + SLIDE.start + SLIDE.group * groups + (query.chart === 'map' ? land : 0),
    0,
  );
}

interface PageInput {
  route: PageRoute;
  query: ChartQuery;
  state: { q: string | null };
  loaded: LoadedSnapshot;
}

/** The text of a page, what is read for it, and of a chart that is no part of it yet the room that it will need. */
export function costOfPage({ route, query, state, loaded }: PageInput, picture: object | null): number {
  if (route.page === 'charts') {
    const groups = groupCount(loaded.cube, resolveQuery(query));
    return TEXT + (picture ? 0.02 : PICTURE.group) * groups;
  }
  const path = route.page === 'search' && state.q === null ? undefined : readFor[route.page];
  const read = path === undefined ? 0 : costOfData(path, {}, loaded);
  return TEXT + SOURCE * loaded.snapshot.catalogue.sources.length + read;
}

const TEXT = 10;
/** To write a source down in a list. */
const SOURCE = 0.1;

/** What pages ask for that is not in memory. */
const readFor: Readonly<Partial<Record<PageRoute['page'], string>>> = {
  search: endpoints.search.path,
  source: endpoints.source.path,
  record: endpoints.record.path,
};

/** A snapshot that is made ready to be asked, by the size of the files that are read and hashed for it. */
export function costOfOpening({ files, recordsFile }: Pick<Manifest, 'files' | 'recordsFile'>): number {
  const bytesOf = (name: string) => files.find(({ path }) => path === name)?.bytes ?? 0;
  const { start, cell, record } = OPENING;
  return start + cell * (bytesOf('cells.bin') + bytesOf('catalogue.json')) + record * bytesOf(recordsFile);
}

/** Before its first byte, and for each of its cells and places, and of its records. */
const OPENING = { start: 10, cell: 0.00003, record: 0.00003 };

/** The comparison of two snapshots, by the records that are read for it. */
export function costOfChanges(before: LoadedSnapshot | null, { snapshot }: LoadedSnapshot): number {
  return 10 + (before ? 0.03 * (before.snapshot.manifest.records + snapshot.manifest.records) : 0);
}
