import { words } from '@article21/messages';
import { type Language, languages } from '@article21/model';
import { dashboardPolicy } from '@article21/pages/policy';
import { mirrorAddress } from '@article21/static-site/address';
import type { MirrorFile } from '@article21/static-site/write';
import { rootFrom } from './addresses.ts';
import { languageFolder } from './views.ts';

/** The pages of the program that nobody but the program can fill. All records share one. */
export const emptyPages = ['/presentation', '/present', '/records'].map(mirrorAddress);

/** A file of ours that each page runs before it is shown. */
const EARLY = 'assets/early.js';

/**
 * The page in a folder says what that stands for. Where more was asked, that is another question's answer, and is not
 * shown even for the moment that the program takes.
 */
export const earlyFile: MirrorFile = {
  path: EARLY,
  data: "if (location.search) document.documentElement.classList.add('asked');\n",
};

interface Place {
  /** Where the page stands; empty at the root. */
  folder: string;
  /** Which snapshot it shows. */
  id: string;
  /** The address of the site that it stands for, where its folder does not say it. */
  view?: string;
  /** The way to the root, where it is not to be told from the folder. */
  root?: string;
}

/** A page as it stands in a folder: what it loads is found from there, and it says of which snapshot it is a mirror. */
export function placedPage(html: string, { folder, id, view, root = rootFrom(folder) }: Place): string {
  const stated = view === undefined ? [] : [`<meta name="article21-view" content="${attribute(view)}" />`];
  const head = [
    // What a static server does not send as a header, as far as a page can say it itself.
    `<meta http-equiv="Content-Security-Policy" content="${attribute(dashboardPolicy.join('; '))}" />`,
    '<meta name="referrer" content="strict-origin-when-cross-origin" />',
    `<meta name="article21-mirror" content="${root}" data-snapshot="${id}" />`,
    ...stated,
    `<script src="${root}${EARLY}"></script>`,
  ];
  return html
    .replace(/\b(href|src)="\.\/(?=assets\/|icon\.svg)/g, `$1="${root}`)
    .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${head.join('\n    ')}`);
}

/** A page that is empty until the program fills it; a reader without scripts is told so, and where there is more to read. */
export function emptyPage(html: string, place: Place): MirrorFile {
  const noscript = `<noscript><main>${languages.map((it) => noticeOf(it, rootFrom(place.folder))).join('')}</main></noscript>`;
  const page = html
    .replace(/\s*<noscript>[\s\S]*?<\/noscript>/, '')
    .replace('<div id="root">', (root) => noscript + root);
  return { path: `${place.folder}index.html`, data: placedPage(page, place) };
}

function noticeOf(language: Language, root: string): string {
  const { nav, page } = words(language).ui;
  const folder = root + languageFolder(language);
  return `<p lang="${language}">${page.scripts} <a href="${folder}">${nav.charts}</a>, <a href="${folder}sources/">${nav.sources}</a></p>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
