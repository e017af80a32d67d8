import { figureOf } from '@article21/messages';
import { useSite } from '../site.tsx';
import type { TableRow } from './counts-rows.ts';

/** A number as it is written in short, "≥ 2", "30–40", "≈ 15 +1"; whoever does not see the signs hears what they mean. */
export function NumberCell({ row: { estimate, measure } }: { row: TableRow }) {
  const { words } = useSite();
  const figure = figureOf(estimate, words);
  const isPlain = /^[\p{Nd}\p{Zs}.,]*$/u.test(figure);
  if (isPlain) return figure;
  const said = words.count(estimate, measure);
  return (
    <span role="img" aria-label={said} title={said}>
      {figure}
    </span>
  );
}
