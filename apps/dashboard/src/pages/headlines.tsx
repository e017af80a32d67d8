import type { CountsAnswer } from '@article21/contract/client';
import { unbroken } from '@article21/messages';
import type { MeasureId } from '@article21/model';
import { OpenRecords } from '../evidence/open-records.tsx';
import { usePage } from '../frame/page-context.tsx';

/** The numbers as sentences: one stands alone, several are a list under the name of the data. */
export function Headlines({ counts }: { counts: CountsAnswer }) {
  const { words } = usePage();
  const [first, ...others] = counts.headlines;
  const recordsOf = (measure: MeasureId) =>
    counts.totals.find((total) => total.measure === measure)?.records ?? 0;
  const behind = (measure: MeasureId) => (
    <OpenRecords
      opened={{ measure: [measure], at: null, bucket: null, beside: null }}
      records={recordsOf(measure)}
    />
  );
  if (!first) return null;
  if (others.length === 0)
    return (
      <div className="headline">
        <h1>{unbroken(first.text)}</h1>
        {behind(first.measure)}
      </div>
    );
  return (
    <>
      <h1 className="hidden">{words.ui.nav.charts}</h1>
      <ul className="headlines">
        {counts.headlines.map(({ measure, text }) => (
          <li key={measure}>
            <h2>{unbroken(text)}</h2>
            {behind(measure)}
          </li>
        ))}
      </ul>
    </>
  );
}
