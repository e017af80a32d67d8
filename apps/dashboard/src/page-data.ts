import { type Language, languages } from '@article21/model';
import { PAGE_DATA, type PageData } from '@article21/pages/views';

/** The data that the server wrote into the page to hydrate it with; null where it wrote none. */
export const pageData: PageData | null = read();

function read(): PageData | null {
  const text = document.getElementById(PAGE_DATA)?.textContent;
  return text ? (JSON.parse(text) as PageData) : null;
}

/** The language of the page that the server wrote; null where it wrote none. Read before the program draws. */
export const prerenderedLanguage: Language | null = document.getElementById('root')?.childElementCount
  ? (languages.find((it) => it === document.documentElement.lang) ?? null)
  : null;
