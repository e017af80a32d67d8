import { paths } from '@article21/contract/client';
import { publishersOf } from '@article21/messages';
import { useQuery } from '@tanstack/react-query';
import { snapshotQuery } from '../queries.ts';
import { countedQuery } from '../url/charted.ts';
import { Link } from '../url/link.tsx';
import { mirror } from '../url/mirror.ts';
import { sitePath } from '../url/site-path.ts';
import { FileLink } from './file-link.tsx';
import { usePage } from './page-context.tsx';

/** Who says so, which version of the data, and the same numbers for machines. */
export function Footer() {
  const { view, words, lang, href } = usePage();
  const { data } = useQuery(snapshotQuery(view.query.snapshot));
  const { footer } = words.ui;
  const asked = { ...countedQuery(view.query), lang, chart: null, theme: null, title: null };
  if (!data) return <footer className="footer" />;
  const { listed, more } = publishersOf(data.sources, words, data.dataset.language);
  return (
    <footer className="footer">
      <p>
        {footer.datasetSources}:{' '}
        {listed.map(({ name: { text, language }, documents, only }, i) => (
          <span key={text}>
            {i > 0 ? '; ' : ''}
            <Link href={href({ route: only === null ? { page: 'sources' } : { page: 'source', id: only } })}>
              {language === lang ? text : <span lang={language}>{text}</span>}
              {documents}
            </Link>
          </span>
        ))}
        {more === null ? null : (
          <span>
            ; <Link href={href({ route: { page: 'sources' } })}>{more}</Link>
          </span>
        )}
      </p>
      <ul className="footer-list">
        <li>
          {footer.snapshot} <Link href={href({ route: { page: 'data' } })}>{data.id.slice(0, 15)}</Link>
        </li>
        <li>
          {footer.licence} {data.dataset.licenses.map(({ name }) => name).join(', ')}
        </li>
        <li>
          {footer.download} <FileLink href={paths.countsCsv(asked)}>CSV</FileLink>{' '}
          <FileLink href={paths.counts(asked)}>JSON</FileLink>
        </li>
        {mirror ? null : (
          <li>
            <a href={`${sitePath}/api`}>API</a>
          </li>
        )}
      </ul>
    </footer>
  );
}
