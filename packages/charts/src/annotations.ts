import { type Annotation, bucketName, type Day, parseBucket, parseDay } from '@article21/model';
import { lineOf } from './coverage.ts';
import type { Box } from './panel.ts';
import type { Plot } from './plot.ts';
import type { Shape } from './shape.ts';
import type { TimeAxis } from './time.ts';

/** No line comes nearer to a text than so many pixels. */
const CLEAR = 3;

/** A dated remark that lies on an axis of time. */
export interface Remark {
  day: Day;
  place: string | null;
  /** With its place, where it concerns only one. */
  text: string;
  /** The same with its date, for where no axis shows it. */
  dated: string;
}

/** The remarks of a chart from one day to another, in order of time; of other places than the chosen ones there are none. */
export function remarksOf(from: Day, to: Day, plot: Plot): Remark[] {
  return (plot.annotations ?? [])
    .map((annotation) => ({ annotation, day: parseDay(annotation.date) }))
    .filter(
      (it): it is { annotation: Annotation; day: Day } => it.day !== null && it.day >= from && it.day <= to,
    )
    .filter(({ annotation }) => isAsked(annotation, plot))
    .sort((a, b) => a.day - b.day || (a.annotation.text_en < b.annotation.text_en ? -1 : 1))
    .map(({ annotation, day }) => {
      const { words, places } = plot;
      const place = annotation.place === null ? undefined : places.get(annotation.place);
      const said = annotation[`text_${words.language}`];
      const text = place && place.kind !== 'country' ? `${words.placeName(place)}: ${said}` : said;
      return { day, place: annotation.place, text, dated: `${words.day(day)}: ${text}` };
    });
}

/** The remarks on an axis of time. */
export function remarksOn(time: TimeAxis, plot: Plot): Remark[] {
  const first = parseBucket(time.names[0] ?? '');
  const last = parseBucket(time.names.at(-1) ?? '');
  return first && last ? remarksOf(first.from, last.to, plot) : [];
}

function isAsked(annotation: Annotation, plot: Plot): boolean {
  const place = plot.query.place ?? [];
  return place.length === 0 || place.some((chosen) => concerns(annotation, chosen, plot));
}

/** Those of some remarks that concern any row; the others would be named and stand nowhere. */
export function concerning(
  remarks: readonly Remark[],
  rows: readonly { place?: string | undefined }[],
  plot: Plot,
): Remark[] {
  return remarks.filter((remark) => rows.some(({ place }) => concerns(remark, place, plot)));
}

/** Whether a remark concerns the place of a row: it lies in it, or the other way round. */
export function concerns(remark: Pick<Remark, 'place'>, place: string | undefined, plot: Plot): boolean {
  if (remark.place === null || place === undefined) return true;
  return lineOf(place, plot).includes(remark.place) || lineOf(remark.place, plot).includes(place);
}

/** How far from the left of an axis a day lies, in pixels. */
export function offsetOf(day: Day, time: TimeAxis, width: number, plot: Plot): number {
  const name = bucketName(day, plot.query.every);
  const bucket = parseBucket(name);
  const share = bucket ? (day - bucket.from + 0.5) / (bucket.to - bucket.from + 1) : 0.5;
  return ((time.indexOf(name) + share) * width) / time.names.length;
}

/** The dashed lines of remarks through a plot; they break off where texts stand in it. */
export function remarkLines(
  remarks: readonly Remark[],
  { time, box }: { time: TimeAxis; box: Box },
  texts: readonly Box[],
  plot: Plot,
): Shape[] {
  return remarks.flatMap(({ day }) => {
    const x = box.left + offsetOf(day, time, box.width, plot);
    return pieces(x, box, texts).map(([top, bottom]) => dashed(x, top, bottom, plot));
  });
}

/** From where to where a line is drawn: from the top of a plot to its bottom, without the texts on its way. */
function pieces(x: number, box: Box, texts: readonly Box[]): [number, number][] {
  const inWay = texts
    .filter(({ left, width }) => x > left - CLEAR && x < left + width + CLEAR)
    .sort((a, b) => a.top - b.top);
  const found: [number, number][] = [];
  let from = box.top;
  for (const { top, height } of inWay) {
    found.push([from, top]);
    from = top + height;
  }
  found.push([from, box.top + box.height]);
  return found.filter(([top, bottom]) => bottom - top > CLEAR);
}

/** A dashed line from one height to another. */
export function dashed(at: number, top: number, bottom: number, plot: Plot): Shape {
  const x = Math.round(at) + 0.5;
  const style = { stroke: plot.theme.muted, lineWidth: 1, lineDash: [3, 3], fill: 'none' };
  return {
    type: 'polyline',
    shape: {
      points: [
        [x, top],
        [x, bottom],
      ],
    },
    style,
    silent: true,
  };
}
