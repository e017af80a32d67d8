import type { Reached } from '../look.ts';
import { type I18n, writePage } from './page.tsx';

/** A table of which not all is read yet, and how far it is; the browser asks again until it is. */
export function waitingPage(
  i18n: I18n,
  { title, path, reached: { rows, checked } }: { title: string; path: string; reached: Reached },
): string {
  const { texts, words } = i18n;
  const done = words.plural(texts.table.rows, rows);
  const share = checked === null ? null : Math.floor(checked * 100);
  return writePage(i18n, {
    title,
    path,
    waits: true,
    children: (
      <section aria-label={texts.table.reading}>
        <p role="status">
          {share === null
            ? `${texts.table.reading}: ${done}`
            : `${done}; ${texts.table.checking}: ${words.number(share)} %`}
        </p>
        <progress aria-label={texts.table.reading} max={100} value={share ?? undefined} />
        <p className="muted">{texts.table.waits}</p>
      </section>
    ),
  });
}
