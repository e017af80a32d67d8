import type { Words } from '@article21/messages';
import type { Theme } from '@article21/model';
import { html, raw } from 'hono/html';
import { style } from './style.ts';

/** Where an embed leads and what it loads. Relative ones serve an exported site. */
export interface EmbedAddresses {
  /** The site itself, without a slash at its end. */
  site: string;
  /** The chart as a picture, without a query. */
  image: string;
  /** The script that tells the height and makes the chart live. */
  script: string;
  /** Seen where the page is opened by itself. */
  icon: string;
}

interface Parts {
  title: string;
  /** Markup. */
  body: string;
  theme: Theme | null;
  words: Words;
  addresses: EmbedAddresses;
  /** The page that this one is a part of. */
  canonical: string;
  /** Seconds after which the page asks for itself anew. */
  again?: string | null;
}

/** A whole page around what stands in it. What is measured is `.embed`: the page itself is as high as its frame. */
export async function layout({
  title,
  body,
  theme,
  words,
  addresses,
  canonical,
  again,
}: Parts): Promise<string> {
  const page = html`<!doctype html>
<html lang="${words.language}"${theme ? html` data-theme="${theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">${again ? html`<meta http-equiv="refresh" content="${again}">` : ''}
<title>${title} · ${words.ui.site}</title>
<link rel="canonical" href="${canonical}">
<link rel="icon" href="${addresses.icon}">
<style>${raw(style)}</style>
<script type="module" crossorigin src="${addresses.script}"></script>
</head>
<body>
<main class="embed">
${raw(body)}
</main>
</body>
</html>
`;
  return String(await page);
}
