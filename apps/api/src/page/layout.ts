import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { policies } from '../headers.ts';
import { style } from './style.ts';

type Html = ReturnType<typeof html>;

const styleHash = createHash('sha256').update(style).digest('base64');

/** The headers of a page, its style named by its hash, so that no other style and no script can be in it. */
export const pageHeaders = {
  ...policies.page,
  'Content-Security-Policy': `${policies.page['Content-Security-Policy']}; style-src 'sha256-${styleHash}'`,
};

/** A whole page around its body. */
export async function layout(title: string, body: Html): Promise<string> {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return String(await page);
}
