import type { CountsAnswer } from '@article21/contract/client';
import type { Undated } from '@article21/model';
import { OpenRecords } from '../evidence/open-records.tsx';
import { usePage } from '../frame/page-context.tsx';
import type { Beside } from '../url/opened.ts';

/** What the chart could not place: in one step of its axis, or surely within the period. Never dropped, never moved. */
export function Notes({ counts }: { counts: CountsAnswer }) {
  const { words } = usePage();
  const dated = counts.query.by.includes('period');
  return (
    <div className="notes">
      {dated ? note('undated', words.undated(counts.undated, counts.query.every)) : null}
      {note('outside', words.outside(counts.undated))}
    </div>
  );

  function note(beside: Beside, text: string | null) {
    if (text === null) return null;
    const of = counts.undated.filter((it) => it.within === (beside === 'undated'));
    return (
      <p>
        {text}{' '}
        <OpenRecords
          opened={{ measure: measuresIn(of), at: null, bucket: null, beside }}
          records={of.reduce((n, it) => n + it.records, 0)}
          label={text}
        />
      </p>
    );
  }

  function measuresIn(undated: readonly Undated[]) {
    return counts.query.measure.filter((id) => undated.some((it) => it.measure === id));
  }
}
