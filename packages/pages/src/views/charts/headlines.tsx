import type { CountsRead, SnapshotAnswer } from '@article21/contract/client';
import { figureLabelOf, figureOf, overview, unbroken } from '@article21/messages';
import type { MeasureId } from '@article21/model';
import { extentOf } from '../extent.ts';
import { Link } from '../link.tsx';
import { OpenRecords } from '../open-records.tsx';
import { useSite } from '../site.tsx';

/** The numbers as sentences: one stands alone, several are a list under the name of the data. */
export function Headlines({ counts, snapshot }: { counts: CountsRead; snapshot: SnapshotAnswer | null }) {
  const [first, ...others] = counts.headlines;
  const recordsOf = (measure: MeasureId) =>
    counts.totals.find((total) => total.measure === measure)?.records ?? 0;
  const behind = (measure: MeasureId) => (
    <OpenRecords
      opened={{ measure: [measure], at: null, bucket: null, extra: null }}
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
      <DatasetOverview snapshot={snapshot} />
      <ul className="headlines">
        {counts.headlines.map((headline) => (
          <li key={headline.measure}>
            <Figure counts={counts} headline={headline} />
            {behind(headline.measure)}
            <Remarks counts={counts} headline={headline} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where and when, what this is, and who says so. */
function DatasetOverview({ snapshot }: { snapshot: SnapshotAnswer | null }) {
  const { view, words, places } = useSite();
  if (!snapshot || !places) return <h1 className="hidden">{words.ui.nav.charts}</h1>;
  const { title, sentence } = overview(
    {
      query: view.query,
      tree: places,
      extent: extentOf(snapshot),
      sources: snapshot.sources,
      own: snapshot.dataset.language,
    },
    words,
  );
  return (
    <>
      <h1 className="where-when">{unbroken(title)}</h1>
      <p className="what-and-who">{unbroken(sentence)}</p>
    </>
  );
}

/** Signs and digits of a number that has no room for one more in half the width of a phone. */
const LONG_FIGURE = 15;

/** A number in signs, which its sentence says to those who cannot see them; the sentence alone where there is none. */
function Figure({ counts, headline: { measure, text } }: RemarksProps) {
  const { words } = useSite();
  const total = counts.totals.find((it) => it.measure === measure);
  if (!total) return <h2>{unbroken(text)}</h2>;
  const figure = figureOf(total, words);
  const className = figure.length > LONG_FIGURE ? 'figure figure-long' : 'figure';
  const [number, reports] = [words.signs(total), total.unnumbered && `+${words.number(total.unnumbered)}`];
  return (
    <>
      <strong className={className} aria-hidden="true" title={text}>
        {unbroken(number)}
        {number && reports ? ' ' : null}
        {reports ? <span className="figure-reports">{reports}</span> : null}
      </strong>
      <span className="figure-label" aria-hidden="true">
        {unbroken(figureLabelOf(measure, words))}
      </span>
      <h2 className="hidden">{unbroken(text)}</h2>
    </>
  );
}

interface RemarksProps {
  counts: CountsRead;
  headline: CountsRead['headlines'][number];
}

/** What stands beside a number, and the way to the other kind of data where only that has one. */
function Remarks({ counts, headline: { measure, remarks } }: RemarksProps) {
  const { words, href, view } = useSite();
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
