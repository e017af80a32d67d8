import { figureOf, unbroken, type Words } from '@article21/messages';
import type { Estimate, MeasureId } from '@article21/model';

interface NumberCellProps {
  estimate: Estimate;
  measure: MeasureId;
  words: Words;
}

/** A number as it is written in short, "≥ 2", "30–40", "≈ 15 +1"; whoever does not see the signs hears what they mean. */
export function NumberCell({ estimate, measure, words }: NumberCellProps) {
  const figure = figureOf(estimate, words);
  const isPlain = /^[\p{Nd}\p{Zs}.,]*$/u.test(figure);
  if (isPlain) return unbroken(figure);
  const spoken = words.count(estimate, measure);
  return (
    <span role="img" aria-label={spoken} title={spoken}>
      {unbroken(figure)}
    </span>
  );
}
