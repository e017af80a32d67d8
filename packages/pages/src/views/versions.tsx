import { type PageTexts, unbroken, type Words } from '@article21/messages';
import { parseDay } from '@article21/model';
import { Link } from './link.tsx';
import { useSite } from './site.tsx';

/** A version of the data at a glance. */
export interface Version {
  id: string;
  version: string;
  /** The day it was made, `2012-09-25`. */
  created: string;
  records: number;
  synthetic: boolean;
  /** Whether it is the one that is shown where none is asked for. */
  current: boolean;
}

export interface VersionsProps {
  /** The last published first. */
  versions: readonly Version[];
  /** The id of the one that the page shows. */
  shown: string;
  about: PageTexts['about'];
}

/** Every version that was published, and the way to each. */
export function Versions({ versions, shown, about }: VersionsProps) {
  const { words, href } = useSite();
  return (
    <section>
      <h2 className="section-title">{about.versions}</h2>
      <p>{unbroken(about.versionsText)}</p>
      {versions.length === 0 ? null : (
        <ul className="versions">
          {versions.map(({ id, version, created, records, synthetic, current }) => (
            <li key={id}>
              <p>
                <code>{id}</code>
                {current ? <strong>{` · ${about.current}`}</strong> : null}
                {id === shown ? <strong>{` · ${about.shown}`}</strong> : null}
              </p>
              <p className="versions-facts">
                {unbroken(
                  [
                    `${about.number} ${version}`,
                    dayText(created, words),
                    words.plural(words.ui.evidence.records, records),
                    ...(synthetic ? [words.ui.synthetic] : []),
                  ].join(' · '),
                )}
              </p>
              {id === shown ? null : (
                <Link href={href({ query: { snapshot: current ? null : id } })}>
                  {about.view}
                  <span className="hidden">{` ${id}`}</span>
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A day of the calendar in words. */
export function dayText(iso: string, words: Words): string {
  const day = parseDay(iso);
  return day === null ? iso : words.period({ from: day, to: day });
}
