import type { DeskTexts, ImportMessages, Words } from '@article21/messages';
import { type Language, languages } from '@article21/model';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Refused } from '../guard.ts';

/** What every page of the desk is written with. */
export interface I18n {
  language: Language;
  words: Words;
  texts: DeskTexts;
  /** What an import asks and says. */
  importing: ImportMessages;
  /** The name that each language has in itself. */
  names: Readonly<Record<Language, string>>;
  folder: string;
}

export interface PageProps {
  title: string;
  /** The path of the page, to come back to in another language. */
  path: string;
  /** What was just done. */
  notice?: string | null | undefined;
  /** What could not be done, and why. */
  failed?: string | null | undefined;
  /** The script by which it is quicker. */
  script?: 'select-words.js' | 'keep-form.js' | 'chosen-file.js';
  /** Whether it is asked for again until there is more to say. */
  waits?: boolean;
  children: ReactNode;
}

/** A page as HTML, which needs no script: where there is one, it makes one way shorter. */
export function writePage(
  i18n: I18n,
  { title, path, notice, failed, script, waits = false, children }: PageProps,
): string {
  const { language, texts, names, folder } = i18n;
  const link = (href: string, text: string) => (
    <a href={href} aria-current={currentOf(href, path)}>
      {text}
    </a>
  );
  const page = (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`${title} · ${texts.title}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/desk.css" />
        {waits ? <meta httpEquiv="refresh" content="2" /> : null}
        {script === undefined ? null : <script src={`/${script}`} defer />}
      </head>
      <body>
        <a className="skip" href="#content">
          {title}
        </a>
        <header className="bar">
          <strong>{`Article 21 · ${texts.title}`}</strong>
          <nav className="languages" aria-label={texts.language}>
            {languages.map((it) => (
              <span key={it}>
                {it === language ? (
                  <span aria-current="true">{names[it]}</span>
                ) : (
                  <a lang={it} href={`/language/${it}?to=${encodeURIComponent(path)}`}>
                    {names[it]}
                  </a>
                )}{' '}
              </span>
            ))}
          </nav>
          <nav className="pages" aria-label={texts.title}>
            {link('/', texts.nav.folder)}
            {link('/coding', texts.coding.title)}
            {link('/declared', texts.declaring.title)}
            {link('/agree', texts.agree.title)}
            {link('/protection', texts.protection.title)}
            {link('/publish', texts.nav.publish)}
          </nav>
        </header>
        <p className="path">{`${texts.folder}: ${folder}`}</p>
        <main id="content">
          {notice == null ? null : (
            <p className="said" role="status">
              {notice}
            </p>
          )}
          <h1>{title}</h1>
          {failed == null ? null : (
            <Failed>
              <p>{failed}</p>
            </Failed>
          )}
          {children}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

/**
 * A page for whoever is not let in, perhaps a page elsewhere that reads it: it says neither where the desk stands nor which folder
 * it is of, and loads nothing.
 */
export function writeRefusal({ language, texts }: I18n, why: Refused): string {
  const page = (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{texts.failure.title}</title>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <h1>{texts.failure.title}</h1>
        <p>{texts.failure[why]}</p>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

/** Whether a link of the bar leads to the page, or to the one that it is under. */
function currentOf(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page';
  const isUnder = href !== '/' && (path.startsWith(`${href}/`) || path.startsWith(`${href}?`));
  return isUnder ? 'true' : undefined;
}

/** Why something was not done, in a place that is read at once. */
export function Failed({ children }: { children: ReactNode }) {
  return (
    <div className="failed" role="alert">
      {children}
    </div>
  );
}
