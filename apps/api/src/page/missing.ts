import { html } from 'hono/html';
import { layout, pageHeaders } from './layout.ts';

/** The answer to somebody who followed a wrong link. */
export async function missingPage(baseUrl: string): Promise<Response> {
  const body = html`<header>
<p class="site"><a href="${baseUrl}/">Article 21</a></p>
<h1>There is nothing at this address</h1>
<p class="lead">The link may be old or mistyped. Published snapshots keep their addresses for ever; pages may move.</p>
<p><a href="${baseUrl}/">To the charts</a></p>
</header>`;
  return new Response(await layout('Nothing here · Article 21', body), {
    status: 404,
    headers: {
      ...pageHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      Vary: 'Accept',
    },
  });
}
