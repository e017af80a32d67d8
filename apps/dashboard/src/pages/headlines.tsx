import type { CountsRead } from '@article21/contract/client';
import { unbroken } from '@article21/messages';
import type { MeasureId } from '@article21/model';
import { Link } from '@article21/pages/views';
import { OpenRecords } from '../evidence/open-records.tsx';
import { usePage } from '../frame/page-context.tsx';

/** The numbers as sentences: one stands alone, several are a list under the name of the data. */
export function Headlines({ counts }: { counts: CountsRead }) {
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
        <Remarks counts={counts} headline={first} />
      </div>
    );
  return (
    <>
      <h1 className="hidden">{words.ui.nav.charts}</h1>
      <ul className="headlines">
        {counts.headlines.map((headline) => (
          <li key={headline.measure}>
            <h2>{unbroken(headline.text)}</h2>
            {behind(headline.measure)}
            <Remarks counts={counts} headline={headline} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface RemarksProps {
  counts: CountsRead;
  headline: CountsRead['headlines'][number];
}

/** What stands beside a number, and the way to the other kind of data where only that has one. */
function Remarks({ counts, headline: { measure, remarks } }: RemarksProps) {
  const { words, href, view } = usePage();
  const { filter } = words.ui;
  const basis = view.query.basis === 'summary' ? 'incident' : 'summary';
  return (
    <>
      {remarks.map((text) => (
        <p key={text} className="remark">
          {unbroken(text)}
        </p>
      ))}
      {counts.otherBasis.some((it) => it.measure === measure) ? (
        <p className="remark">
          <Link href={href({ query: { basis } })}>
            {filter.basis}: {words.basis[basis]}
          </Link>
        </p>
      ) : null}
    </>
  );
}
