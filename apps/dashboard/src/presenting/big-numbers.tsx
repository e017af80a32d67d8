import { type BigNumber, bigNumbersOf } from '@article21/charts';
import { unbroken, type Words } from '@article21/messages';
import { chartOf } from '@article21/pages/address';
import { usePage } from '../frame/page-context.tsx';
import type { ReadySlide } from './prepare.ts';

/** The numbers of a slide that is no chart; null where it is one. */
export function bigNumbersFor(
  { counts, view: { query }, places }: Pick<ReadySlide, 'counts' | 'view' | 'places'>,
  words: Words,
): readonly BigNumber[] | null {
  return bigNumbersOf(chartOf(query), counts, { words, places, query });
}

/** Each number with what is not known of it, and where it was. */
export function BigNumbers({ numbers, quote }: { numbers: readonly BigNumber[]; quote(): void }) {
  const { words } = usePage();
  const { quotations } = words.ui.present;
  return (
    <ul className="big-numbers">
      {numbers.map(({ number, isWords, under }) => (
        <li key={under.at(-1)}>
          <button type="button" className="big-number" title={quotations} onClick={quote}>
            <strong data-words={isWords || undefined}>{unbroken(number)}</strong>
            {under.map((text) => (
              <span key={text}>{unbroken(text)}</span>
            ))}
          </button>
        </li>
      ))}
    </ul>
  );
}
