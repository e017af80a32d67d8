import { type RestrictionRecord, webLink } from '@article21/model';
import { Link } from './link.tsx';
import { useSite } from './site.tsx';

/** The addresses that records cite of a source of which nothing is quoted. */
export interface CitedAddress {
  record: string;
  url: string;
}

/** The addresses of a source among records, in their order. What is withheld has none. */
export function addressesOf(records: readonly RestrictionRecord[], source: string): CitedAddress[] {
  return records.flatMap(({ id, evidence }) =>
    evidence.flatMap((it) =>
      it.kind === 'link' && it.source === source && it.url !== null ? [{ record: id, url: it.url }] : [],
    ),
  );
}

/** A source of which nothing is quoted: that this is so, and the addresses, each with the record that names it. */
export function SourceLinks({ addresses }: { addresses: readonly CitedAddress[] }) {
  const { words, href } = useSite();
  const { linksOnly, record } = words.ui.evidence;
  return (
    <>
      <p>{linksOnly}</p>
      <ul className="source-links">
        {addresses.map(({ record: id, url }, i) => {
          const to = webLink(url);
          return (
            <li key={i}>
              {to === null ? (
                url
              ) : (
                <a href={to} rel="noreferrer">
                  {url}
                </a>
              )}
              {' · '}
              <Link href={href({ route: { page: 'record', id } })}>{record}</Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
