import { ApiProblem } from '@article21/contract/client';
import { Link } from '../url/link.tsx';
import { usePage } from './page-context.tsx';

/** Why something is not there, and what a reader can do about it. */
export function Failure({ error, retry }: { error: Error; retry(): void }) {
  const { view, words, href } = usePage();
  const { page } = words.ui;
  const status = error instanceof ApiProblem ? error.problem.status : null;
  const gone = status === 404 && view.query.snapshot !== null;
  const refused = status !== null && status < 500;
  const title = gone
    ? page.failure.gone
    : status === null
      ? page.failure.unreachable
      : refused
        ? page.failure.refused
        : page.failure.server;
  return (
    <section className="failure" role="alert">
      <p className="failure-title">{title}</p>
      <p>{error instanceof ApiProblem ? error.message : page.failure.unreachableHint}</p>
      <p className="failure-actions">
        <button type="button" className="button" onClick={retry}>
          {words.ui.state.retry}
        </button>
        {gone ? (
          <Link className="button" href={href({ query: { snapshot: null } })}>
            {page.failure.current}
          </Link>
        ) : null}
      </p>
    </section>
  );
}
