import { countriesOf, sourceLine, unbroken } from '@article21/messages';
import { AddressIssues } from '@article21/pages/views';
import { lazy, Suspense, useMemo } from 'react';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { Failure } from '../frame/failure.tsx';
import { PageScope, usePage } from '../frame/page-context.tsx';
import { BigNumbers, bigNumbersFor } from './big-numbers.tsx';
import type { ReadySlide } from './prepare.ts';
import { useSlideRoom } from './slide-room.ts';

// The chart page's own chunk, which is here before any slide is.
const Chart = lazy(() => import('../chart/chart.tsx').then((it) => ({ default: it.Chart })));

interface SlideProps {
  ready: ReadySlide;
  current: boolean;
  /** Shows the quotations behind the chart. */
  quote(): void;
}

/** One view on the whole screen: its sentence, its chart, who says so. All are drawn; one is seen. */
export function Slide({ ready, current, quote }: SlideProps) {
  const page = usePage();
  const { view, counts, places, vocabulary, sources, slide } = ready;
  const words = page.words.of(vocabulary);
  const scope = useMemo(
    () => ({ ...page, view, places, words, go: quote }),
    [page, view, places, words, quote],
  );
  const [first, ...others] = counts.headlines;
  const empty = counts.totals.length === 0 && counts.undated.length === 0;
  return (
    <PageScope page={scope}>
      <section
        className="slide"
        data-current={current || undefined}
        data-charted={(!empty && !bigNumbersFor(ready, words)) || undefined}
        inert={!current}
      >
        {slide.title ? <h1 className="slide-title">{slide.title}</h1> : null}
        <AddressIssues />
        {others.length === 0 ? (
          <Sentence headline={first} titled={slide.title !== ''} />
        ) : (
          <Sentences ready={ready} />
        )}
        {counts.synthetic ? <p className="synthetic">{words.ui.synthetic}</p> : null}
        <ErrorBoundary
          attempt={counts.query.text}
          fallback={(error, retry) => <Failure broken error={error} retry={retry} />}
        >
          <Charted ready={ready} empty={empty} quote={quote} />
        </ErrorBoundary>
        <p className="slide-source">
          {[
            countriesOf(places, words),
            sourceLine(sources, counts.sources, words),
            `${words.ui.footer.snapshot} ${counts.snapshot.slice(0, 15)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </section>
    </PageScope>
  );
}

function Charted({ ready, empty, quote }: Omit<SlideProps, 'current'> & { empty: boolean }) {
  const { words } = usePage();
  const { view, counts } = ready;
  const numbers = bigNumbersFor(ready, words);
  if (empty) return <p>{words.empty(view.query, counts)}</p>;
  if (numbers) return <BigNumbers numbers={numbers} quote={quote} />;
  return <Filled ready={ready} />;
}

/** The chart, in all the room that is left. */
function Filled({ ready: { counts, places } }: Pick<SlideProps, 'ready'>) {
  const [element, room] = useSlideRoom<HTMLDivElement>();
  return (
    <div className="fitted" ref={element}>
      {room ? (
        <Suspense>
          <Chart counts={counts} places={places} room={room} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** Letters that have room in two lines of the largest size; of more the chart would have to be small. */
const LONG = 120;

interface SentenceProps {
  headline: ReadySlide['counts']['headlines'][number] | undefined;
  /** Whether the speaker's own title stands above. */
  titled: boolean;
}

function Sentence({ headline, titled }: SentenceProps) {
  const text = unbroken(headline?.text ?? '');
  return (
    <>
      {titled ? (
        <p className="slide-sentence">{text}</p>
      ) : (
        <h1 data-long={text.length > LONG || undefined}>{text}</h1>
      )}
      {headline && headline.remarks.length > 0 ? (
        <p className="remark">{unbroken(headline.remarks.join(' '))}</p>
      ) : null}
    </>
  );
}

function Sentences({ ready: { counts, slide } }: Pick<SlideProps, 'ready'>) {
  const { words } = usePage();
  return (
    <>
      {slide.title ? null : <h1 className="hidden">{words.ui.nav.charts}</h1>}
      <ul className="slide-sentences">
        {counts.headlines.map(({ measure, text, remarks }) => (
          <li key={measure}>{unbroken([text, ...remarks].join(' '))}</li>
        ))}
      </ul>
    </>
  );
}
