import { words as wordsOf } from '@article21/messages';
import { languages } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { snapshotQuery } from '../queries.ts';
import { Link } from '../url/link.tsx';
import { Local } from './local.tsx';
import { usePage } from './page-context.tsx';

/** The name of the site and of the data, the pages, the language and the colours. */
export function Header() {
  const { view, words, href } = usePage();
  const { page } = view.route;
  const current = (on: boolean) => (on ? ({ 'aria-current': 'page' } as const) : {});
  return (
    <header className="header">
      <div className="brand">
        <Link href={href({ route: { page: 'charts' } })}>{words.ui.site}</Link>
        <DatasetTitle />
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
        <Link href={href({ route: { page: 'presentation' } })} {...current(page === 'presentation')}>
          {words.ui.present.present}
        </Link>
        <Link href={href({ route: { page: 'data' } })} {...current(page === 'data')}>
          {words.ui.nav.data}
        </Link>
      </nav>
      <div className="header-choices">
        <LanguageChoice />
        <ThemeChoice />
      </div>
    </header>
  );
}

function DatasetTitle() {
  const { view } = usePage();
  const { data } = useQuery(snapshotQuery(view.query.snapshot));
  if (!data) return null;
  return (
    <span className="brand-data">
      <Local of={data.dataset} field="title" />
    </span>
  );
}

function LanguageChoice() {
  const { view, words, lang, href } = usePage();
  return (
    <nav className="languages" aria-label={words.ui.language}>
      {languages.map((code) => (
        <Link
          key={code}
          lang={code}
          hrefLang={code}
          href={href({ query: { lang: code }, opened: view.opened, record: view.record })}
          title={wordsOf(code).name}
          {...(code === lang ? { 'aria-current': true } : {})}
        >
          {wordsOf(code).abbreviation}
        </Link>
      ))}
    </nav>
  );
}

function ThemeChoice() {
  const { view, words, theme, go } = usePage();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="quiet"
      onClick={() => go({ query: { theme: other }, opened: view.opened, record: view.record })}
    >
      {other === 'dark' ? words.ui.theme.toDark : words.ui.theme.toLight}
    </button>
  );
}
