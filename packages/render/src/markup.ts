import type { Ids } from './ids.ts';
import { attributes, isHandle, isInvisible, type SvgNode, tags } from './node.ts';
import { printNumber } from './number.ts';
import type { Words } from './words.ts';
import { escapeXml } from './xml.ts';

/** What the elements of one picture share. */
export interface Picture {
  ids: Ids;
  words: Words;
}

/**
 * An element as SVG. Throws on an element or an attribute that has no place in a still picture, and on anything that
 * lies outside of the file.
 */
export function printNode(node: SvgNode, picture: Picture): string {
  if (node.tag === 'text') return printNode(picture.words.draw(node), picture);
  if (!tags.has(node.tag))
    throw new Error(`unknown element in a picture: ${node.tag} (known: ${[...tags].join(', ')})`);
  if (isInvisible(node)) return '';
  let open = `<${node.tag}`;
  for (const name in node.attrs) {
    const value = node.attrs[name];
    if (value === false || value === null || value === undefined || isHandle(name)) continue;
    open += ` ${name}="${printValue(name, value, picture)}"`;
  }
  let content = '';
  for (const child of node.children ?? []) if (child) content += printNode(child, picture);
  return content === '' ? `${open}/>` : `${open}>${content}</${node.tag}>`;
}

function printValue(name: string, value: unknown, { ids }: Picture): string {
  if (!attributes.has(name)) throw new Error(`unknown attribute in a picture: ${name}`);
  if (typeof value === 'number') return printNumber(value, 4);
  const text = String(value);
  if (name === 'd' || name === 'points' || name === 'transform') return escapeXml(text);
  if (name === 'id') return ids.of(text);
  if (name === 'href') return image(text);
  if (!text.includes('url(')) return escapeXml(text);
  const id = /^url\(#([\w-]+)\)$/.exec(text)?.[1];
  if (id === undefined) throw new Error(`unknown reference in a picture: ${text}`);
  return `url(#${ids.of(id)})`;
}

function image(address: string): string {
  if (/^data:image\/(png|jpeg);base64,[\w+/=]*$/.test(address)) return address;
  throw new Error(`unknown image in a picture: ${address.slice(0, 60)} (known: PNG and JPEG as base64 data)`);
}
