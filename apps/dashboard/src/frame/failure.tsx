import { ApiProblem } from '@article21/contract/client';
import { type ProblemTexts, problemTexts, type Words } from '@article21/messages';
import { FailureView, Link } from '@article21/pages/views';
import { usePage } from './page-context.tsx';

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
  const gone = isGone(error, view.query.snapshot);
  const missing = statusOf(error) === 404 && !gone;
  const unloaded = isProgramMissing(error);
  const about = { gone, broken: broken && !unloaded, snapshot: view.query.snapshot };
  const { title, hints } = explain(error, about, words);
  // The same question has the same answer.
  const again = !gone && !missing && !isRefused(error);
  return (
    <FailureView heads={heads} title={title} hints={hints}>
      {again ? (
        <button type="button" className="button" onClick={unloaded ? () => void loadAnew() : retry}>
          {words.ui.state.retry}
        </button>
      ) : null}
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
    </FailureView>
  );
}

interface About {
  gone: boolean;
  broken: boolean;
  snapshot: string | null;
}

/** What happened and what it means, in the page's language, whatever the program says of itself. */
function explain(error: Error, { gone, broken, snapshot }: About, words: Words): ProblemTexts {
  const { failure } = words.ui.page;
  if (broken) return { title: failure.broken, hints: [] };
  if (!(error instanceof ApiProblem)) return { title: failure.unreachable, hints: [failure.unreachableHint] };
  if (gone && statusOf(error) === 404)
    return { title: failure.gone, hints: [words.fill(failure.goneHint, { snapshot: snapshot ?? '' })] };
  const { type, issues } = error.problem;
  return problemTexts(/#([\w-]+)$/.exec(type)?.[1] ?? '', issues, words);
}

/** Whether the version that was asked for is not there, or not any more. */
function isGone(error: Error, snapshot: string | null): boolean {
  const status = statusOf(error);
  return status === 410 || (status === 404 && snapshot !== null);
}

/** Whether the question itself is at fault, so that asking it again changes nothing. */
function isRefused(error: Error): boolean {
  const status = statusOf(error);
  return status !== null && status < 500 && status !== 404 && status !== 408;
}

function statusOf(error: Error): number | null {
  return error instanceof ApiProblem ? error.problem.status : null;
}

/**
 * Whether a part of the program could not be loaded: "Failed to fetch dynamically imported module" in Chromium, "error
 * loading dynamically imported module" in Firefox, "Importing a module script failed" in Safari.
 */
function isProgramMissing(error: Error): boolean {
  return error instanceof TypeError && /\bmodule\b/.test(error.message);
}

/**
 * Loads the page anew if it can be reached. A browser remembers for as long as a page is open that a part of its program
 * did not come; the address keeps all that was chosen. Where nothing answers, the page stays as it is.
 */
async function loadAnew(): Promise<void> {
  const reached = await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (reached) window.location.reload();
}
