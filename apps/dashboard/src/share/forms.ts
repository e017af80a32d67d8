import { escapeTex } from '@article21/messages/dataset';
import type { OutgoingView, Size } from './outgoing-view.ts';

/** What a frame may do: run its own program, and open the page that its links lead to. Nothing else. */
export const frameRights = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** What TeX needs for Russian and Kazakh: with another encoding it stops, with another font it leaves letters out. */
const cyrillic = [
  '% Cyrillic, pdfLaTeX: \\usepackage[T2A]{fontenc}',
  '% Cyrillic, XeLaTeX and LuaLaTeX: \\usepackage{fontspec} \\setmainfont{DejaVu Serif}, or another font that has the letters',
];

/** Each way to put a view into a text or a page. What is written is for a program: every text in it is escaped. */
export const forms = {
  link: ({ link }: OutgoingView) => link,
  iframe: ({ embed, embedScript, title, frameHeight }: OutgoingView) => {
    const attributes = [
      `src="${escapeHtml(embed)}"`,
      `title="${escapeHtml(title)}"`,
      `width="100%" height="${frameHeight}"`,
      'loading="lazy" referrerpolicy="no-referrer"',
      `sandbox="${frameRights}"`,
      'style="border:0"',
    ];
    return `<iframe ${attributes.join(' ')}></iframe>\n${script(embedScript)}`;
  },
  element: ({ embed, embedScript }: OutgoingView) =>
    `${script(embedScript)}\n<article21-chart src="${escapeHtml(embed)}"></article21-chart>`,
  markdown: ({ title, caption, permalink, link, image }: OutgoingView) => {
    const [to, from, proof] = [link, image.png, permalink].map(escapeMarkdownUrl);
    return `[![${escapeMarkdown(title)}](${from})](${to})\n\n*${escapeMarkdown(caption)}* <${proof}>`;
  },
  html: ({ title, caption, permalink, link, image, size, narrow }: OutgoingView) => {
    const attributes = `alt="${escapeHtml(title)}"${measures(size)} loading="lazy" style="max-width:100%;height:auto"`;
    const picture = `<img src="${escapeHtml(image.svg)}" ${attributes}>`;
    // What takes no <picture> out of a post, as WordPress does, leaves the image in it.
    const fitting = narrow
      ? `<picture><source media="(max-width: ${PHONE}px)"${measures(narrow.size)} srcset="${escapeHtml(narrow.svg)}">${picture}</picture>`
      : picture;
    return [
      '<figure>',
      `  <a href="${escapeHtml(link)}">${fitting}</a>`,
      `  <figcaption style="overflow-wrap:anywhere">${escapeHtml(caption)} <a href="${escapeHtml(permalink)}">${escapeHtml(permalink)}</a></figcaption>`,
      '</figure>',
    ].join('\n');
  },
  latex: ({ title, caption, permalink, link, image, saved }: OutgoingView) =>
    [
      // What this browser makes has no address: it is saved from the page.
      `% ${saved.pdf}: ${isAddress(image.pdf) ? image.pdf : link}`,
      '% \\usepackage{graphicx} \\usepackage{hyperref}',
      ...(/\p{Script=Cyrillic}/u.test(title + caption) ? cyrillic : []),
      '\\begin{figure}[htbp]',
      '  \\centering',
      `  \\includegraphics[width=\\linewidth]{${saved.pdf}}`,
      `  \\caption[{${escapeTex(title)}}]{${escapeTex(caption)} \\url{${escapeTexUrl(permalink)}}}`,
      '\\end{figure}',
    ].join('\n'),
} as const satisfies Record<string, (shared: OutgoingView) => string>;

export type FormId = keyof typeof forms;

export const formIds = Object.keys(forms) as FormId[];

/** A window at most so wide, in pixels, is shown the narrow picture. */
const PHONE = 560;

function measures(size: Size | null): string {
  return size ? ` width="${size.width}" height="${size.height}"` : '';
}

function script(address: string): string {
  return `<script src="${escapeHtml(address)}" async></script>`;
}

/** The file that is to be saved beside a text of that form; null where the text shows it from an address. */
export function savedFile(form: FormId, { image, saved }: OutgoingView): string | null {
  if (form === 'latex') return saved.pdf;
  if (form !== 'markdown' && form !== 'html') return null;
  const shown = form === 'html' ? image.svg : image.png;
  return isAddress(shown) ? null : shown;
}

function isAddress(shown: string): boolean {
  return /^https?:/.test(shown);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an attribute or the content of HTML. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** Text within a line of Markdown, in which nothing is a mark: no emphasis, link, picture, code, markup or formula. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|!#$]/g, '\\$&');
}

/** An address for `(…)` in Markdown: no sign in it can end it. */
function escapeMarkdownUrl(url: string): string {
  return url.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** An address for `\url` within an argument, such as a caption. */
function escapeTexUrl(url: string): string {
  return url.replace(/[{}\\^]/g, encodeURIComponent).replace(/[%#]/g, '\\$&');
}
