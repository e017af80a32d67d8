import { strFromU8, unzlibSync } from 'fflate';

/** The texts that are drawn on the pages of a PDF of ours, in their order, as whoever copies them has them. */
export function drawnTexts(file: Uint8Array): string[] {
  const text = strFromU8(file, true);
  const streamOf = (number: string | undefined) => {
    const [head = ''] = new RegExp(`(?<=\n)${number} 0 obj\n<<.*?>>\nstream\n`).exec(text) ?? [];
    const from = text.indexOf(head) + head.length;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    return strFromU8(unzlibSync(file.slice(from, from + length)), true);
  };
  const pages = [...text.matchAll(/<<[^\n]*\/Type \/Page [^\n]*/g)].map(([page]) => page);
  // All pages of a file have the same fonts.
  const fonts = new Map(
    [...(pages[0] ?? '').matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, ref]) => {
      const font = new RegExp(`(?<=\n)${ref} 0 obj\n[^\n]*`).exec(text)?.[0] ?? '';
      const meanings = streamOf(/\/ToUnicode (\d+)/.exec(font)?.[1]).matchAll(/^<(\w{4})> <(\w+)>$/gm);
      return [name, new Map([...meanings].map(([, glyph, hex = '']) => [glyph, utf16(hex)]))];
    }),
  );
  const content = pages.map((page) => streamOf(/\/Contents (\d+)/.exec(page)?.[1])).join('\n');
  const lines = content.matchAll(/(?:ActualText <feff(\w*)> >> BDC )?BT \/(F\d+) .* Tm (.*) ET/g);
  return [...lines].map(([, actual, font, shown = '']) => {
    if (actual !== undefined) return utf16(actual);
    return [...shown.matchAll(/<(\w{4})>/g)].map(([, glyph]) => fonts.get(font)?.get(glyph) ?? '').join('');
  });
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
