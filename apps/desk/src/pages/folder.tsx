import { basename } from 'node:path';
import { tableExtensions } from '@article21/import';
import type { SnapshotSummary } from '@article21/store';
import type { Draft } from '../drafts.ts';
import type { FolderState } from '../folder-state.ts';
import { FileField } from './file-field.tsx';
import { type I18n, writePage } from './page.tsx';

interface FolderProps {
  state: FolderState;
  drafts: readonly Draft[];
  served: SnapshotSummary | null;
  /** Where what is published is kept, for people. */
  place: string;
  notice?: string | null;
  failed?: string | null;
}

/** What the folder holds, what is published, and where a table is brought. */
export function folderPage(
  i18n: I18n,
  { state, drafts, served, place, notice, failed }: FolderProps,
): string {
  const { texts, words } = i18n;
  const holds = [
    words.plural(texts.records, state.records),
    words.plural(texts.sources, state.sources.length),
  ].join(', ');
  return writePage(i18n, {
    title: state.title ?? basename(i18n.folder),
    path: '/',
    notice,
    failed,
    script: 'chosen-file.js',
    children: (
      <>
        <p>{state.title === null ? texts.empty : holds}</p>
        <section aria-labelledby="bring">
          <h2 id="bring" className="section-title">
            {texts.tables.title}
          </h2>
          <p>{texts.tables.what}</p>
          <form method="post" action="/tables" encType="multipart/form-data" className="line">
            <FileField
              i18n={i18n}
              name="table"
              label={texts.tables.file}
              endings={tableExtensions}
              required
            />
            <button className="button main" type="submit">
              {texts.tables.bring}
            </button>
          </form>
        </section>
        {drafts.length === 0 ? null : <Waiting i18n={i18n} drafts={drafts} />}
        <section aria-labelledby="served">
          <h2 id="served" className="section-title">
            {texts.served.title}
          </h2>
          <p>{servedLine(i18n, state, served)}</p>
          <p className="muted">{words.fill(texts.served.from, { place })}</p>
          {state.title === null ? null : (
            <p>
              <a className="button" href="/publish">
                {texts.publish.look}
              </a>
            </p>
          )}
        </section>
      </>
    ),
  });
}

function Waiting({ i18n: { texts }, drafts }: { i18n: I18n; drafts: readonly Draft[] }) {
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="section-title">
        {texts.tables.waiting}
      </h2>
      <ul className="list">
        {drafts.map(({ id, name }) => (
          <li key={id}>
            <a href={`/tables/${id}`}>{name}</a>
            <form method="post" action={`/tables/${id}/discard`}>
              <button className="quiet" type="submit" aria-label={`${texts.tables.discard}: ${name}`}>
                {texts.tables.discard}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function servedLine({ texts, words }: I18n, state: FolderState, served: SnapshotSummary | null): string {
  if (served === null) return texts.served.nothing;
  if (state.name !== null && served.name !== state.name)
    return words.fill(texts.served.other, { title: served.title });
  return words.fill(texts.served.what, {
    id: served.id,
    records: words.plural(texts.records, served.records),
    day: served.publishedAt?.slice(0, 10) ?? served.created,
  });
}
