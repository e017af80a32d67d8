import { resolveQuery } from '@article21/charts';
import { paths, type SnapshotAnswer } from '@article21/contract/client';
import { publishersOf } from '@article21/messages';
import { withoutLook } from '@article21/model';
import { Link } from './link.tsx';
import { useSite } from './site.tsx';

interface FooterProps {
  /** Null until it is known. */
  snapshot: Pick<SnapshotAnswer, 'id' | 'dataset' | 'sources'> | null;
}

/** Who says so, which version of the data, and the same numbers for machines. */
export function Footer({ snapshot }: FooterProps) {
  const { view, words, lang, href, apiPage, File } = useSite();
  const { footer } = words.ui;
  if (!snapshot) return <footer className="footer" />;
  const { id, dataset, sources } = snapshot;
  const requested = { ...withoutLook(resolveQuery(view.query)), lang };
  const { listed, more } = publishersOf(sources, words, dataset.language);
  return (
    <footer className="footer">
      <p>
        {`${footer.datasetSources}: `}
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
            {'; '}
            <Link href={href({ route: { page: 'sources' } })}>{more}</Link>
          </span>
        )}
      </p>
      <ul className="footer-list">
        <li>
          {`${footer.snapshot} `}
          <Link href={href({ route: { page: 'data' } })}>{id.slice(0, 15)}</Link>
        </li>
        <li>{`${footer.licence} ${dataset.licenses.map(({ name }) => name).join(', ')}`}</li>
        <li>
          {`${footer.download} `}
          <File href={paths.countsCsv(requested)}>CSV</File> <File href={paths.counts(requested)}>JSON</File>
        </li>
        {apiPage === null ? null : (
          <li>
            <a href={lang === 'en' ? apiPage : `${apiPage}?lang=${lang}`}>API</a>
          </li>
        )}
      </ul>
    </footer>
  );
}
