import type { CountsRead } from '@article21/contract/client';
import { unbroken } from '@article21/messages';
import { chartOf } from '@article21/pages/address';
import { usePage } from '../frame/page-context.tsx';
import type { ReadySlide } from './prepare.ts';

type Row = CountsRead['rows'][number];

/** One or two numbers by city, which on a whole screen are no chart; null where there are more, or others beside them. */
export function bigNumbersOf({ counts, view }: Pick<ReadySlide, 'counts' | 'view'>): readonly Row[] | null {
  const { rows, undated } = counts;
  const isFew = rows.length > 0 && rows.length <= 2 && undated.length === 0;
  return isFew && chartOf(view.query) === 'bar' ? rows : null;
}

/** Each number with what is not known of it, and where it was. */
export function BigNumbers({ rows, quote }: { rows: readonly Row[]; quote(): void }) {
  const { words, places, view } = usePage();
  const { by } = view.query;
  const { quotations } = words.ui.present;
  return (
    <ul className="big-numbers">
      {rows.map((row) => {
        const { measure, place, unnumbered } = row;
        const signs = words.signs(row);
        const reports = unnumbered > 0 ? words.reports(unnumbered, measure) : null;
        return (
          <li key={`${measure} ${place}`}>
            <button type="button" className="big-number" title={quotations} onClick={quote}>
              <strong data-words={signs === '' || undefined}>{unbroken(signs || (reports ?? ''))}</strong>
              {signs && reports ? <span>{unbroken(`+ ${reports}`)}</span> : null}
              <span>
                {place === undefined ? '' : `${words.rowName(place, places, by)} · `}
                {words.measure(measure).label}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
