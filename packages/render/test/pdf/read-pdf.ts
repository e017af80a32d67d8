import { unzlibSync } from 'fflate';

/** An object of a PDF: its text, and its unpacked stream. */
interface PdfObject {
  text: string;
  stream: string;
  bytes: Uint8Array;
}

const latin = new TextDecoder('latin1');

/** Reads a PDF of ours by its table, as a viewer does. Throws where an offset, a length or a reference is wrong. */
export function readPdf(file: Uint8Array) {
  const text = latin.decode(file);
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [, size] = /^xref\n0 (\d+)\n/.exec(text.slice(table)) ?? [];
  const offsets = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at));
  if (offsets.length + 1 !== Number(size)) throw new Error(`${offsets.length} offsets of ${size} objects`);
  const objects = offsets.map((at, i) => objectAt(file, text, at, i + 1));
  for (const [, ref] of text.slice(0, table).matchAll(/\b(\d+) 0 R\b/g))
    if (!objects[Number(ref) - 1]) throw new Error(`nothing is ${ref} 0 R`);
  const at = (ref: string | undefined): PdfObject => {
    const object = objects[Number.parseInt(ref ?? '', 10) - 1];
    if (!object) throw new Error(`nothing is ${ref}`);
    return object;
  };
  const pages = objects.filter((it) => it.text.includes('/Type /Page ')).map(({ text }) => pageOf(text, at));
  const [first = { content: '', texts: [] }] = pages;
  return { objects, pages, at, ...first };
}

function pageOf(page: string, at: (ref: string | undefined) => PdfObject) {
  const content = at(/\/Contents (\d+)/.exec(page)?.[1]).stream;
  const fonts = [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', ref]) => {
    const map = at(/\/ToUnicode (\d+)/.exec(at(ref).text)?.[1]).stream;
    return [
      name,
      new Map([...map.matchAll(/^<(\w{4})> <(\w+)>$/gm)].map(([, id, hex]) => [id, utf16(hex)])),
    ] as const;
  });
  return { content, texts: textsOf(content, new Map(fonts)) };
}

function objectAt(file: Uint8Array, text: string, at: number, number: number): PdfObject {
  const start = `${number} 0 obj\n`;
  if (!text.startsWith(start, at)) throw new Error(`object ${number} is not at ${at}`);
  const end = text.indexOf('\nendobj\n', at);
  const body = text.slice(at + start.length, end);
  const [head, length] = /^<<.*\/FlateDecode \/Length (\d+) >>\nstream\n/.exec(body) ?? [];
  if (head === undefined) return { text: body, stream: '', bytes: new Uint8Array() };
  const from = at + start.length + head.length;
  const bytes = unzlibSync(file.slice(from, from + Number(length)));
  return { text: head, stream: latin.decode(bytes), bytes };
}

/** What is copied out of the page, line by line. */
function textsOf(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string | undefined, string>>,
): string[] {
  const lines = content.matchAll(/(?:ActualText <feff(\w*)> >> BDC )?BT \/(F\d+) .* Tm (.*) ET/g);
  return [...lines].map(([, actual, font = '', shown = '']) => {
    if (actual !== undefined) return utf16(actual);
    const glyphs = [...shown.matchAll(/<(\w{4})>/g)];
    return glyphs.map(([, id]) => fonts.get(font)?.get(id) ?? '').join('');
  });
}

export function utf16(hex = ''): string {
  return (hex.match(/\w{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
