import { Refusal } from '@article21/answers';
import { type ProblemIssue, problems } from '@article21/contract';
import type { Words } from '@article21/messages';
import { html } from 'hono/html';
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
  const kind = error instanceof Refusal ? error.kind : 'internal';
  const issues = error instanceof Refusal && kind === 'invalid-query' ? error.issues : [];
  const known = issues.map((issue) => html`<li>${sentenceOf(issue, words)}</li>`);
  const body = html`<h1>${embed.failed}</h1>
<p>${reasonOf(kind, words)}</p>
${known.length > 0 ? html`<ul>${known}</ul>` : ''}
<footer><p><a href="${addresses.site}/" target="_blank" rel="noopener">${words.ui.site}: ${embed.toCharts}</a></p></footer>`;
  const canonical = `${addresses.site}/`;
  const parts = { title: embed.failed, theme: null, words, addresses, canonical, again };
  return { status: problems[kind].status, html: await layout({ ...parts, body }) };
}

function reasonOf(kind: keyof typeof problems, { ui }: Words): string {
  const { failure } = ui.page;
  if (kind === 'invalid-query') return failure.refused;
  if (kind === 'too-much') return ui.embed.tooMuch;
  if (kind === 'not-found') return failure.gone;
  if (kind === 'busy') return ui.embed.busy;
  return failure.server;
}

function sentenceOf({ key, code, stated }: ProblemIssue, { ui, fill }: Words): string {
  return code === 'unknown_key'
    ? fill(ui.embed.meaningless, { key })
    : fill(ui.embed.unread, { key, stated });
}
