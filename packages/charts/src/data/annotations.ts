import { type Annotation, bucketName, type Day, parseBucket, parseDay, textIn } from '@article21/model';
import { isTight, type Plot } from '../plot.ts';
import type { TimeAxis } from '../scales/time-axis.ts';
import { placeAndParents } from './coverage.ts';

/** An annotation that lies on an axis of time. */
export interface DatedAnnotation {
  day: Day;
  place: string | null;
  /** With its place, where it concerns only one. */
  text: string;
  /** The same with its date, for where no axis shows it. */
  dated: string;
}

/** The annotations of a chart from one day to another, in order of time; of other places than the chosen ones there are none. */
export function annotationsBetween(from: Day, to: Day, plot: Plot): DatedAnnotation[] {
  // A card with little room has none: their lines without their words would say nothing.
  return (isTight(plot) ? [] : (plot.annotations ?? []))
    .map((annotation) => ({ annotation, day: parseDay(annotation.date) }))
    .filter(
      (it): it is { annotation: Annotation; day: Day } => it.day !== null && it.day >= from && it.day <= to,
    )
    .filter(({ annotation }) => isSelected(annotation, plot))
    .map((it) => ({ ...it, own: textIn(it.annotation, 'text', plot.words.language).text }))
    .sort((a, b) => a.day - b.day || (orderOf(a.annotation) < orderOf(b.annotation) ? -1 : 1))
    .map(({ annotation, day, own }) => {
      const { words, places } = plot;
      const place = annotation.place === null ? undefined : places.get(annotation.place);
      const text = place && place.kind !== 'country' ? `${words.placeName(place)}: ${own}` : own;
      return { day, place: annotation.place, text, dated: `${words.day(day)}: ${text}` };
    });
}

/** The text by which annotations of one day are ordered: the same for readers of every language. */
function orderOf(annotation: Annotation): string {
  return textIn(annotation, 'text', 'en').text;
}

/** The annotations on an axis of time. */
export function annotationsOn(time: TimeAxis, plot: Plot): DatedAnnotation[] {
  const first = parseBucket(time.names[0] ?? '');
  const last = parseBucket(time.names.at(-1) ?? '');
  return first && last ? annotationsBetween(first.from, last.to, plot) : [];
}

/** The buckets on whose days something is annotated. */
export function bucketsOf(
  annotations: readonly Pick<DatedAnnotation, 'day'>[],
  plot: Plot,
): ReadonlySet<string> {
  return new Set(annotations.map(({ day }) => bucketName(day, plot.query.every)));
}

/** Those of some annotations that concern any row; the others would be named and stand nowhere. */
export function concerning(
  annotations: readonly DatedAnnotation[],
  rows: readonly { place?: string | undefined }[],
  plot: Plot,
): DatedAnnotation[] {
  return annotations.filter((annotation) => rows.some(({ place }) => concerns(annotation, place, plot)));
}

/** Whether an annotation concerns the place of a row: it lies in it, or the other way round. */
export function concerns(
  annotation: Pick<DatedAnnotation, 'place'>,
  place: string | undefined,
  plot: Plot,
): boolean {
  if (annotation.place === null || place === undefined) return true;
  return (
    placeAndParents(place, plot).includes(annotation.place) ||
    placeAndParents(annotation.place, plot).includes(place)
  );
}

function isSelected(annotation: Annotation, plot: Plot): boolean {
  const place = plot.query.place ?? [];
  return place.length === 0 || place.some((chosen) => concerns(annotation, chosen, plot));
}
