import { readShow } from '@article21/contract/client';
import { usePage } from '../frame/page-context.tsx';
import { forget, useSaved } from './saved-presentations.ts';

const DAY = 86_400_000;

/** The other presentations that this browser keeps, to go on with or to forget. */
export function SavedList({ shown, open }: { shown: string | null; open(show: string): void }) {
  const { words } = usePage();
  const { present } = words.ui;
  const others = useSaved().all.filter(({ show }) => show !== shown);
  if (others.length === 0) return null;
  return (
    <section className="presentations-kept" aria-label={present.keptHere}>
      <h2>{present.keptHere}</h2>
      <ul>
        {others.map(({ show, changed }) => {
          const read = readShow(show);
          if ('fault' in read) return null;
          const title = read.slides.find((it) => it.title !== '')?.title;
          const count = words.plural(present.slides, read.slides.length);
          const day = words.day(Math.floor(changed / DAY));
          const name = title ? `${title} · ${count} · ${day}` : `${count} · ${day}`;
          return (
            <li key={show}>
              <span>{name}</span>
              <button
                type="button"
                className="quiet"
                aria-label={`${present.goOn}: ${name}`}
                onClick={() => open(show)}
              >
                {present.goOn}
              </button>
              <button
                type="button"
                className="quiet"
                aria-label={`${present.forget}: ${name}`}
                onClick={() => forget(show)}
              >
                {present.forget}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
