import { HttpProblem } from '@article21/answers';
import { type ProblemIssue, problems } from '@article21/contract';
import { type ProblemTexts, problemTexts, type Words } from '@article21/messages';
import { renderToStaticMarkup } from 'react-dom/server';
import { type EmbedAddresses, layout } from './layout.ts';

/**
 * The page that stands in the frame of a chart that cannot be shown: what is wrong, in words, and a way out. `again` is
 * after how many seconds it is worth asking anew: then the page does so, because readers of an article would not.
 */
export async function writeEmbedFailure(
  error: unknown,
  words: Words,
  addresses: EmbedAddresses,
  again: string | null,
): Promise<{ status: number; html: string }> {
  const { embed } = words.ui;
  const kind = error instanceof HttpProblem ? error.kind : 'internal';
  const issues = error instanceof HttpProblem ? error.issues : [];
  const { title, hints } = reasonOf(kind, issues, words);
  const body = renderToStaticMarkup(
    <>
      <h1>{embed.failed}</h1>
      <p>{title}</p>
      {hints.length > 0 ? (
        <ul>
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      ) : null}
      <footer>
        <p>
          <a href={`${addresses.site}/`} target="_blank" rel="noopener">
            {`${words.ui.site}: ${embed.toCharts}`}
          </a>
        </p>
      </footer>
    </>,
  );
  const canonical = `${addresses.site}/`;
  const parts = { title: embed.failed, theme: null, words, addresses, canonical, again };
  return { status: problems[kind].status, html: await layout({ ...parts, body }) };
}

/** Only an embed is asked for by a snapshot that is not there without anybody choosing it. */
function reasonOf(kind: keyof typeof problems, issues: readonly ProblemIssue[], words: Words): ProblemTexts {
  if (kind === 'not-found') return { title: words.ui.page.failure.gone, hints: [] };
  return problemTexts(kind, issues, words);
}
