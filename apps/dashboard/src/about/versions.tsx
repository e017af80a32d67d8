import type { SnapshotsAnswer } from '@article21/contract/client';
import { parseDay } from '@article21/model';
import { Link } from '@article21/pages/views';
import { usePage } from '../frame/page-context.tsx';
import { usePageTexts } from './page-texts.ts';

interface VersionsProps {
  versions: SnapshotsAnswer;
  /** The one that the page shows. */
  shown: string;
}

/** Every version that was published, the last first, and the way to each. */
export function Versions({ versions, shown }: VersionsProps) {
  const { words, href } = usePage();
  const { about } = usePageTexts();
  return (
    <section>
      <h2 className="section-title">{about.versions}</h2>
      <p>{about.versionsText}</p>
      <ul className="versions">
        {versions.snapshots.map(({ id, version, created, records, synthetic }) => (
          <li key={id}>
            <p>
              <code>{id}</code>
              {id === versions.current ? <strong> · {about.current}</strong> : null}
              {id === shown ? <strong> · {about.shown}</strong> : null}
            </p>
            <p className="versions-facts">
              {about.number} {version} · {dayText(created, words)} ·{' '}
              {words.plural(words.ui.evidence.records, records)}
              {synthetic ? ` · ${words.ui.synthetic}` : null}
            </p>
            {id === shown ? null : (
              <Link href={href({ query: { snapshot: id === versions.current ? null : id } })}>
                {about.view}
                <span className="hidden"> {id}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A day of the calendar in words. */
export function dayText(iso: string, words: ReturnType<typeof usePage>['words']): string {
  const day = parseDay(iso);
  return day === null ? iso : words.period({ from: day, to: day });
}
