import { readFile } from 'node:fs/promises';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { encodingOf } from '../formats/encoding.ts';
import { problem } from '../formats/table-format.ts';
import type { DocumentFormat } from './document-format.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A page of the web as it was saved: what a reader sees of it, of its article where it says which that is. */
export const html: DocumentFormat = {
  id: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  async read(path) {
    const found = await encodingOf(path);
    if (found === null)
      return problem('no_text', 'the file is no page of text', 'save the page again as HTML');
    const bytes = await readFile(path);
    const source = new TextDecoder(stated(bytes) ?? found).decode(bytes);
    const page = parse(source);
    const [article, ...others] = elements(page, ['article']);
    const [main] = elements(page, ['main']);
    const words = wordsOf(article && others.length === 0 ? article : (main ?? page)).join('');
    const text = words
      .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    return text === '' ? problem('no_words', 'the page has no words', 'paste its text instead') : { text };
  },
};

/** The encoding that a page names for itself, where there is such a one. */
function stated(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2_000));
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (name === undefined) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    // A name that no decoder knows says nothing.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const UNSEEN = new Set(['head', 'script', 'style', 'template', 'noscript', 'iframe', 'svg', 'select', 'nav']);
const BLOCKS = new Set(
  'address article aside blockquote caption dd details dl dt div fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
);

function wordsOf(node: Node): string[] {
  if (node.nodeName === '#text')
    return [(node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ')];
  if (node.nodeName === 'br') return ['\n'];
  if (UNSEEN.has(node.nodeName) || isHidden(node)) return [];
  const inside = 'childNodes' in node ? node.childNodes.flatMap(wordsOf) : [];
  if (node.nodeName === 'td' || node.nodeName === 'th') return [...inside, ' '];
  return BLOCKS.has(node.nodeName) ? ['\n\n', ...inside, '\n\n'] : inside;
}

function isHidden(node: Node): boolean {
  return 'attrs' in node && node.attrs.some(({ name }) => name === 'hidden');
}

function elements(node: Node, names: readonly string[]): Element[] {
  const own = 'tagName' in node && names.includes(node.tagName) ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap((it) => elements(it, names))] : own;
}
