import { type Counts, type Estimate, isUnnumbered } from '@article21/model';
import type { Plot } from './plot.ts';

/** What a chart does not draw. */
interface LeftOut {
  /** Whether it draws dated counts only. */
  dated?: boolean;
  /** How many places with a record have no room. */
  hidden?: number;
  /** How many places without a record have none. */
  silent?: number | undefined;
}

/** What stands under a chart in words: what it could not place in time, and what it could not draw. */
export function notesOf(
  counts: Counts,
  { dated = false, hidden = 0, silent = 0 }: LeftOut,
  plot: Plot,
): string[] {
  const { words } = plot;
  return [
    dated ? words.undated(counts.undated, plot.query.every) : null,
    hidden > 0 ? words.plural(words.drawing.morePlaces, hidden) : null,
    silent > 0 ? words.plural(words.drawing.moreSilent, silent) : null,
  ].filter((note) => note !== null);
}

/** How to read the signs that this chart really uses; empty where plain numbers need no explanation. */
export function legend(
  estimates: readonly Estimate[],
  { ringed, cells = false }: { ringed: boolean; cells?: boolean },
  plot: Plot,
): string[] {
  const { legend: texts } = plot.words.drawing;
  const numbered = estimates.filter((it) => !isUnnumbered(it));
  const ranged = numbered.some((it) => it.high !== null && it.high > it.low);
  return [
    ranged && !cells && texts.hatch,
    cells && (ranged || numbered.some((it) => it.high === null)) && texts.edge,
    numbered.some((it) => it.high === null || it.unnumbered > 0) && texts.arrow,
    numbered.some((it) => it.approximate) && texts.approximate,
    estimates.some((it) => it.unnumbered > 0) && texts.badge,
    ringed && texts.ring,
  ].filter((text) => text !== false);
}
