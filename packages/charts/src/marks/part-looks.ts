import { type Row, rowId } from '../data/rows.ts';
import type { Plot } from '../plot.ts';
import { mix } from '../theme.ts';
import { colourOf } from './mark.ts';
import { lookOf, MOST_SERIES } from './series-look.ts';

/** All other places are none of the colours: so light that the largest parts do not weigh the most, with an edge. */
const NEUTRAL = 0.1;

/** How a part of a stack is filled, and the edge without which it would not stand out from the ground. */
export interface PartLook {
  colour: string;
  edge?: string;
}

/**
 * The looks of the parts of stacks, in their order; a stack for each measure. A place has one colour in all of them where
 * no other of the same stack has it already, those of a comparison; several places together are grey. Where nothing is
 * stacked upon anything, all have their measure's colour.
 */
export function partLooks(stacks: readonly (readonly Row[])[], plot: Plot): PartLook[][] {
  const { theme } = plot;
  const known = new Map<string | undefined, number>();
  const isOne = stacks.every((parts) => parts.length < 2);
  return stacks.map((parts) => {
    const taken = new Set<number>();
    return parts.map((row) => {
      if (isOne || (row.isRest && parts.length === 1)) return { colour: colourOf(row.measure, plot) };
      if (row.isRest) return { colour: mix(theme.ground, theme.ink, NEUTRAL), edge: theme.muted };
      const own = known.get(rowId(row));
      const free = (look: number) => !taken.has(look);
      const looks = Array.from({ length: MOST_SERIES }, (_, i) => i);
      const unused = looks.filter((look) => ![...known.values()].includes(look));
      const look = [...(own === undefined ? [] : [own]), ...unused, ...looks].find(free) ?? 0;
      taken.add(look);
      if (own === undefined) known.set(rowId(row), look);
      return { colour: lookOf(look, theme).colour };
    });
  });
}
