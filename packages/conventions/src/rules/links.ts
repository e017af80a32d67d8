import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Finding, RepositoryFile } from '../repository.ts';

/** Links within the repository, of every Markdown file: the file is there, and so is the heading. */
export function checkLinks(files: readonly RepositoryFile[]): Finding[] {
  const pages = files.filter(({ path }) => path.endsWith('.md'));
  const anchors = new Map(pages.map(({ path, text }) => [path, anchorsOf(text)]));
  const known = new Set(files.flatMap(({ path }) => [path, ...foldersOf(path)]));
  return pages.flatMap(({ path, text }) =>
    linksOf(text).flatMap(({ target, line }) => {
      const complaint = complain(path, target, known, anchors);
      return complaint ? [{ file: path, line, message: complaint }] : [];
    }),
  );
}

function complain(
  page: string,
  target: string,
  known: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return null;
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path)).replace(/\/$/, '');
  if (!known.has(file)) return `links to ${target}, which is not there`;
  const headings = anchors.get(file);
  if (anchor === undefined || !headings || headings.has(decodeURIComponent(anchor))) return null;
  return `links to ${target}, but ${file} has no such heading`;
}

function linksOf(text: string): { target: string; line: number }[] {
  const inline = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
  const reference = /^\[[^\]]+\]:\s*<?([^\s>]+)>?/g;
  const html = /<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)="([^"]+)"/g;
  return withoutCode(text).flatMap((content, i) =>
    [inline, reference, html].flatMap((pattern) =>
      [...content.matchAll(pattern)].map((match) => ({ target: match[1] ?? '', line: i + 1 })),
    ),
  );
}

function anchorsOf(text: string): Set<string> {
  const slugger = new GithubSlugger();
  const headings = withoutFences(text).flatMap((line) => /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1] ?? []);
  const named = [...text.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)].map((match) => match[1] ?? '');
  // GitHub makes the anchor from the heading as it is read: a link's words, not its address.
  const slugs = headings.map((heading) => slugger.slug(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')));
  return new Set([...slugs, ...named]);
}

/** The lines of a page, those of fenced code emptied. */
function withoutFences(text: string): string[] {
  let fence: string | null = null;
  return text.split('\n').map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    const inside = fence !== null;
    if (mark && fence === null) fence = mark;
    else if (mark && fence !== null && mark.startsWith(fence)) fence = null;
    return inside || mark ? '' : line;
  });
}

function withoutCode(text: string): string[] {
  return withoutFences(text).map((line) => line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, ''));
}

function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}
