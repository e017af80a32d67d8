import { ApiProblem } from '@article21/contract/client';
import type { Words } from '@article21/messages';
import { Link } from '../url/link.tsx';
import { usePage } from './page-context.tsx';

interface FailureProps {
  error: Error;
  retry(): void;
  /** The page itself is at fault, and not what it asked. */
  broken?: boolean;
}

/** Why something is not there, and what a reader can do about it. */
export function Failure({ error, retry, broken = false }: FailureProps) {
  const { view, words, href } = usePage();
  const { failure } = words.ui.page;
  const gone = statusOf(error) === 404 && view.query.snapshot !== null;
  const { title, detail } = explain(error, { gone, broken }, words);
  return (
    <section className="failure" role="alert">
      <p className="failure-title">{title}</p>
      <p>{detail}</p>
      <p className="failure-actions">
        <button type="button" className="button" onClick={retry}>
          {words.ui.state.retry}
        </button>
        {gone ? (
          <Link className="button" href={href({ query: { snapshot: null } })}>
            {failure.current}
          </Link>
        ) : null}
      </p>
    </section>
  );
}

function explain(error: Error, { gone, broken }: { gone: boolean; broken: boolean }, words: Words) {
  const { failure } = words.ui.page;
  const status = statusOf(error);
  if (broken) return { title: failure.broken, detail: error.message };
  if (status === null) return { title: failure.unreachable, detail: failure.unreachableHint };
  if (status >= 500) return { title: failure.server, detail: failure.serverHint };
  if (gone) return { title: failure.gone, detail: error.message };
  return { title: status === 404 ? failure.missing : failure.refused, detail: error.message };
}

function statusOf(error: Error): number | null {
  return error instanceof ApiProblem ? error.problem.status : null;
}
