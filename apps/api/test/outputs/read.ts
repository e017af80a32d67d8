import { printShow } from '@article21/contract/client';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { App } from '../../src/app.ts';
import { drawnTexts } from './read-pdf.ts';

/** Reads what an application answers. */
export interface Reader {
  bytesOf(path: string): Promise<Uint8Array>;
  textOf(path: string): Promise<string>;
  /** The texts of the files in a package of Office whose names match. */
  partsOf(path: string): Promise<(name: RegExp) => string>;
  /** Each output of a query by its name: what it says, as one text. */
  outputsOf(query: string): Promise<Record<string, string>>;
}

/** What was answered at an address is kept: a test that reads it again has it drawn once. */
export function createReader(hono: App['hono']): Reader {
  const answers = new Map<string, Promise<Uint8Array>>();

  function bytesOf(path: string): Promise<Uint8Array> {
    const known = answers.get(path);
    if (known) return known;
    const asked = (async () => {
      const response = await hono.request(path);
      expect(response.status, path).toBe(200);
      return new Uint8Array(await response.arrayBuffer());
    })();
    answers.set(path, asked);
    return asked;
  }

  async function textOf(path: string): Promise<string> {
    return strFromU8(await bytesOf(path));
  }

  async function partsOf(path: string): Promise<(name: RegExp) => string> {
    const files = Object.entries(unzipSync(await bytesOf(path)));
    return (name) =>
      read(files.flatMap(([path, bytes]) => (name.test(path) ? [strFromU8(bytes)] : [])).join(' '));
  }

  async function outputsOf(query: string): Promise<Record<string, string>> {
    const [page, embed, svg, sheet, pdf, oembed] = await Promise.all([
      textOf(`/?${query}`),
      textOf(`/embed?${query}`),
      textOf(`/chart.svg?${query}`),
      partsOf(`/api/v1/counts.xlsx?${query}`),
      bytesOf(`/chart.pdf?${query}`),
      textOf(`/oembed?url=${encodeURIComponent(`https://article21.example/?${query}`)}`),
    ]);
    const slides = await partsOf(`/chart.pptx?${query}`);
    const handout = await bytesOf(`/chart.pdf?${handoutOf(query)}`);
    const { html, title } = JSON.parse(oembed) as { html: string; title: string };
    return {
      page: read(page),
      embed: read(embed),
      'hidden text of the SVG': read(/<desc[\s\S]*?<\/desc>/.exec(svg)?.[0] ?? ''),
      'drawn text of the SVG': read(svg.replace(/<(title|desc)[\s\S]*?<\/\1>/g, '')),
      slide: slides(/slides\/slide\d+\.xml$/),
      XLSX: sheet(/sharedStrings/),
      'oEmbed, its title and quotation': folded(`${title} ${read(html)}`),
      'title of the PDF': titleOfPdf(pdf),
      'drawn text of the PDF': folded(drawnTexts(pdf).join(' ')),
      handout: folded(drawnTexts(handout).join(' ')),
      'title of the page': read(/<title>[\s\S]*?<\/title>/.exec(page)?.[0] ?? ''),
      'title of the card': attribute(page, 'og:title'),
      'description of the card': attribute(page, 'og:description'),
    };
  }

  return { bytesOf, textOf, partsOf, outputsOf };
}

/** The same view as the only one of a presentation, in its language. */
function handoutOf(query: string): string {
  const asked = new URLSearchParams(query);
  const lang = asked.get('lang') ?? 'en';
  return new URLSearchParams({ lang, show: printShow([{ query, title: '', notes: '' }]) ?? '' }).toString();
}

/** Markup as a reader has it: one text, its white space folded. */
export function read(markup: string): string {
  return folded(
    markup
      .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&#x?[\da-f]+;|&\w+;/gi, entity),
  );
}

function entity(code: string): string {
  const named: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&#x27;': "'",
  };
  return named[code] ?? code;
}

export function folded(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** The title by which a reader of PDF knows the file. */
function titleOfPdf(file: Uint8Array): string {
  const bytes = Buffer.from(file).toString('latin1');
  const hex = /\/Title <FEFF([\dA-F]+)>/i.exec(bytes)?.[1] ?? '';
  return folded(Buffer.from(hex, 'hex').swap16().toString('utf16le'));
}

/** What a card reads of a page. */
const attribute = (html: string, name: string) =>
  folded(
    (new RegExp(`<meta [^>]*${name}" content="([^"]*)"`).exec(html)?.[1] ?? '').replace(
      /&\w+;|&#\d+;/g,
      entity,
    ),
  );
