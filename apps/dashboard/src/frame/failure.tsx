import { ApiProblem } from '@article21/contract/client';
import type { Words } from '@article21/messages';
import { Link } from '../url/link.tsx';
import { usePage } from './page-context.tsx';
import { isProgramMissing, loadAnew } from './program.ts';

interface FailureProps {
  error: Error;
  retry(): void;
  /** The page itself is at fault, and not what it asked. */
  broken?: boolean;
  /** It stands in the place of the whole page, and heads it. */
  heads?: boolean;
}

/** Why something is not there, and what a reader can do about it. */
export function Failure({ error, retry, broken = false, heads = false }: FailureProps) {
  const { view, words, href } = usePage();
  const { failure } = words.ui.page;
  const gone = statusOf(error) === 404 && view.query.snapshot !== null;
  const Title = heads ? 'h1' : 'p';
  const missing = statusOf(error) === 404 && !gone;
  const unloaded = isProgramMissing(error);
  const about = { gone, broken: broken && !unloaded, snapshot: view.query.snapshot };
  const { title, hint, detail } = explain(error, about, words);
  return (
    <section className="failure" role="alert">
      <Title className="failure-title">{title}</Title>
      {hint ? <p>{hint}</p> : null}
      {detail ? <p lang="en">{detail}</p> : null}
      <p className="failure-actions">
        {gone || missing ? null : (
          <button type="button" className="button" onClick={unloaded ? () => void loadAnew() : retry}>
            {words.ui.state.retry}
          </button>
        )}
        {gone ? (
          <Link className="button" href={href({ query: { snapshot: null } })}>
            {failure.current}
          </Link>
        ) : null}
        {missing ? (
          <Link className="button" href={href({ route: { page: 'charts' } })}>
            {words.ui.nav.charts}
          </Link>
        ) : null}
      </p>
    </section>
  );
}

interface About {
  gone: boolean;
  broken: boolean;
  snapshot: string | null;
}

/** What happened and what it means, in the page's language; `detail` is what the program says of itself, in English. */
function explain(error: Error, { gone, broken, snapshot }: About, words: Words): Explanation {
  const { failure } = words.ui.page;
  const status = statusOf(error);
  if (broken) return { title: failure.broken, detail: error.message };
  if (status === null) return { title: failure.unreachable, hint: failure.unreachableHint };
  if (status >= 500) return { title: failure.server, hint: failure.serverHint };
  if (gone) return { title: failure.gone, hint: words.fill(failure.goneHint, { snapshot: snapshot ?? '' }) };
  if (status === 404) return { title: failure.missing, hint: failure.missingHint };
  return { title: failure.refused, detail: error.message };
}

interface Explanation {
  title: string;
  hint?: string;
  detail?: string;
}

function statusOf(error: Error): number | null {
  return error instanceof ApiProblem ? error.problem.status : null;
}
