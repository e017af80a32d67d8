import type { CountsRead } from '@article21/contract/client';
import { unbroken } from '@article21/messages';
import type { ExtraKind } from '../../address/index.ts';
import { OpenRecords } from '../open-records.tsx';
import { useSite } from '../site.tsx';

/**
 * The way to the records that the chart could not place: in one step of its axis, or surely within the period. The
 * chart says in full what that means.
 */
export function Notes({ counts }: { counts: CountsRead }) {
  const { words } = useSite();
  return (
    <div className="notes">
      {counts.query.by.includes('period') ? note('undated', words.undatedTo(counts.query.every)) : null}
      {note('outside', words.ui.page.outside)}
    </div>
  );

  function note(extra: ExtraKind, label: string) {
    const of = counts.undated.filter((it) => it.within === (extra === 'undated'));
    if (of.length === 0) return null;
    const measure = counts.query.measure.filter((id) => of.some((it) => it.measure === id));
    return (
      <p>
        {unbroken(label)}:{' '}
        <OpenRecords
          opened={{ measure, at: null, bucket: null, extra }}
          records={of.reduce((n, it) => n + it.records, 0)}
          label={label}
        />
      </p>
    );
  }
}
