import { createHash } from 'node:crypto';
import type { Language } from '@article21/model';
import { html, raw } from 'hono/html';
import { policies } from '../headers.ts';

type Html = ReturnType<typeof html>;

/** The headers of a page, its style named by its hash, so that no other style and no script can be in it. */
export function pageHeaders(style: string): Readonly<Record<string, string>> {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `${policies.page['Content-Security-Policy']}; style-src 'sha256-${hash}'; font-src 'self'`;
  return { ...policies.page, 'Content-Security-Policy': policy };
}

/** A whole page in a language around its body. */
export async function layout(title: string, style: string, language: Language, body: Html): Promise<string> {
  const page = html`<!doctype html>
<html lang="${language}">
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
