/** What a page puts into the built one. */
interface Filling {
  language: string;
  /** The theme that the address asks for; null leaves it to the reader's system. */
  theme: string | null;
  /** Title, description and all other tags of the head. */
  head: string;
  /** What can be read before any script runs. */
  body: string;
  /** What the program needs to hydrate the body; empty where it draws the page itself, in place of the body. */
  loaded: string;
}

/** The built page, ready to be filled. */
export type Template = (filling: Filling) => string;

const HTML = '<html lang="en">';
const ROOT = '<div id="root"></div>';
const replaced = [
  /<title>[^<]*<\/title>\s*/,
  /<meta name="description"[^>]*>\s*/,
  /<noscript>[\s\S]*?<\/noscript>\s*/,
];

/**
 * Reads the built `index.html`. What can be read at once stands in the element that the program hydrates. Throws on a
 * page that has no place for it.
 */
export function createTemplate(indexHtml: string): Template {
  for (const part of [HTML, ROOT, '</head>'])
    if (indexHtml.split(part).length !== 2) throw new Error(`the built page has not exactly one ${part}`);
  for (const pattern of replaced)
    if (!pattern.test(indexHtml)) throw new Error(`the built page has nothing like ${pattern}`);
  const bare = replaced.reduce((text, pattern) => text.replace(pattern, ''), indexHtml);
  const [start = '', afterHtml = ''] = bare.split(HTML);
  // Before the scripts, so that a reader of cards who stops early has read them.
  const [head = '', rest = ''] = splitBefore(afterHtml, /<link|<script/);
  const [middle = '', end = ''] = rest.split(ROOT);
  return ({ language, theme, head: tags, body, loaded }) =>
    [
      start,
      `<html lang="${language}"${theme === null ? '' : ` data-theme="${theme}"`}>`,
      head,
      tags,
      middle,
      `<div id="root">${body}</div>${loaded}`,
      end,
    ].join('');
}

function splitBefore(text: string, pattern: RegExp): [string, string] {
  const at = text.search(pattern);
  if (at < 0) throw new Error(`the built page has nothing like ${pattern}`);
  return [text.slice(0, at), text.slice(at)];
}
