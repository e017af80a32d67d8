import type { SnapshotAnswer } from '@article21/contract/client';
import { words as wordsOf } from '@article21/messages';
import { languages } from '@article21/model';
import type { View } from '../address/index.ts';
import { Link } from './link.tsx';
import { Local } from './local.tsx';
import { useSite } from './site.tsx';

interface HeaderProps {
  /** What the dataset says of itself; null until it is known. */
  dataset: SnapshotAnswer['dataset'] | null;
}

/** The name of the site and of the data, the pages, the language and the colours. */
export function Header({ dataset }: HeaderProps) {
  const { view, words, href } = useSite();
  const { page } = view.route;
  const current = (on: boolean) => (on ? ({ 'aria-current': 'page' } as const) : {});
  return (
    <header className="header">
      <div className="brand">
        <Link href={href({ route: { page: 'charts' } })}>{words.ui.site}</Link>
        {dataset ? (
          <span className="brand-data">
            <Local of={dataset} field="title" />
          </span>
        ) : null}
      </div>
      <nav className="header-nav" aria-label={words.ui.site}>
        <Link href={href({ route: { page: 'charts' } })} {...current(page === 'charts')}>
          {words.ui.nav.charts}
        </Link>
        <Link
          href={href({ route: { page: 'sources' } })}
          {...current(page === 'sources' || page === 'source' || page === 'record')}
        >
          {words.ui.nav.sources}
        </Link>
        <Link href={href({ route: { page: 'methods' } })} {...current(page === 'methods')}>
          {words.ui.nav.methods}
        </Link>
        <Link
          className="needs-script"
          href={href({ route: { page: 'presentation' } })}
          {...current(page === 'presentation')}
        >
          {words.ui.present.present}
        </Link>
        <Link href={href({ route: { page: 'data' } })} {...current(page === 'data')}>
          {words.ui.nav.data}
        </Link>
      </nav>
      <div className="header-choices">
        <Link
          className="with-icon"
          href={href({ route: { page: 'search' } })}
          {...current(page === 'search')}
        >
          <Icon path="M10.5 10.5 14 14M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0Z" />
          <span>{words.ui.nav.search}</span>
        </Link>
        <LanguageChoice />
        <ThemeChoice />
      </div>
    </header>
  );
}

function LanguageChoice() {
  const { view, words, lang, href } = useSite();
  return (
    <nav className="languages" aria-label={words.ui.language}>
      {languages.map((code) => (
        <Link
          key={code}
          lang={code}
          hrefLang={code}
          href={href({ query: { lang: code }, ...openIn(view) })}
          title={wordsOf(code).name}
          {...(code === lang ? { 'aria-current': true } : {})}
        >
          {wordsOf(code).abbreviation}
        </Link>
      ))}
    </nav>
  );
}

/** Without a program nobody knows which theme the reader's system has: then both are offered, and the style chooses. */
function ThemeChoice() {
  const { knownTheme, changeTheme, hasThemes } = useSite();
  const other = knownTheme === 'dark' ? 'light' : 'dark';
  // Where no page has the other colours, the place of the button is kept for the program.
  if (changeTheme || !hasThemes)
    return (
      <button
        type="button"
        className="quiet needs-script with-icon"
        disabled={!changeTheme}
        onClick={() => changeTheme?.(other)}
      >
        <ThemeText to={other} />
      </button>
    );
  return (['dark', 'light'] as const).map((to) =>
    to === knownTheme ? null : <ThemeLink key={to} to={to} />,
  );
}

function ThemeLink({ to }: { to: 'dark' | 'light' }) {
  const { view, href } = useSite();
  return (
    <Link className={`quiet with-icon theme-${to}`} href={href({ query: { theme: to }, ...openIn(view) })}>
      <ThemeText to={to} />
    </Link>
  );
}

/** What stays as it is in another language or other colours. */
function openIn({ opened, record, q, skip }: View) {
  return { opened, record, q, skip };
}

function ThemeText({ to }: { to: 'dark' | 'light' }) {
  const { theme } = useSite().words.ui;
  return (
    <>
      <Icon path="M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12ZM8 2a6 6 0 0 1 0 12Z" filled />
      <span>{to === 'dark' ? theme.toDark : theme.toLight}</span>
    </>
  );
}

/** What stands for the words after it where there is no room for them: they are then only read aloud. */
function Icon({ path, filled = false }: { path: string; filled?: boolean }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={path}
        fill={filled ? 'currentcolor' : 'none'}
        fillRule="evenodd"
        stroke="currentcolor"
        strokeWidth="1.5"
      />
    </svg>
  );
}
