import type { SnapshotAnswer } from '@article21/contract/client';
import { type PageTexts, unbroken } from '@article21/messages';
import { authorsOf } from '@article21/messages/dataset';
import { localText, webLink } from '@article21/model';
import type { ReactNode } from 'react';
import { pageAddress } from '../address/index.ts';
import { Citations } from './citations.tsx';
import { extentOf } from './extent.ts';
import { Local } from './local.tsx';
import { RecordFiles } from './record-files.tsx';
import { useSite } from './site.tsx';
import { SourceList } from './source-list.tsx';
import { Verification } from './verification.tsx';
import { dayText, type Version, Versions } from './versions.tsx';

interface AboutDataViewProps {
  snapshot: SnapshotAnswer;
  /** The versions of its dataset, the last published first. */
  versions: readonly Version[];
  texts: PageTexts;
  /** What the shown version changed. */
  changes: ReactNode;
}

/** What the data are: which version, who made it, what changed, whose it is, how one checks and cites it. */
export function AboutDataView({ snapshot, versions, texts, changes }: AboutDataViewProps) {
  const { absolute } = useSite();
  const { about } = texts;
  const { id, dataset } = snapshot;
  const url = absolute(pageAddress({ page: 'data' }, { snapshot: id }));
  return (
    <div className="text-page about">
      <h1>{about.title}</h1>
      <Served snapshot={snapshot} about={about} />
      <Versions versions={versions} shown={id} about={about} />
      {changes}
      <RecordFiles snapshot={snapshot} about={about} />
      <Rights snapshot={snapshot} about={about} />
      <Citations cited={{ id, dataset, url }} about={about} />
      <Verification snapshot={snapshot} about={about} />
    </div>
  );
}

interface PartProps {
  snapshot: SnapshotAnswer;
  about: PageTexts['about'];
}

function Served({ snapshot, about }: PartProps) {
  const { words, lang } = useSite();
  const { dataset, extent, records, places, synthetic, id } = snapshot;
  const period = words.extent({ ...extentOf(snapshot), open: extent.open });
  const authors = authorsOf(dataset, lang);
  const { description, ...others } = dataset;
  const facts: [string, string][] = [
    [about.number, dataset.version],
    [words.ui.footer.snapshot, id],
    [about.made, dayText(dataset.created, words)],
    [about.extent, period ?? about.noExtent],
    [words.ui.table.records, words.number(records)],
    [words.ui.filter.places, words.plural(words.ui.page.places, places)],
  ];
  if (authors.length > 0) facts.push([about.contributors, authors.join('; ')]);
  return (
    <section>
      <h2 className="section-title">{about.served}</h2>
      {synthetic ? <p className="about-synthetic">{words.ui.synthetic}</p> : null}
      <p className="about-name">
        <Local of={dataset} field="title" />
      </p>
      {description ? <Description of={{ ...others, description }} /> : null}
      <dl className="about-facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{unbroken(fact)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Description({ of }: { of: { description: string } & Partial<Record<string, unknown>> }) {
  const { lang, ownLanguage } = useSite();
  const { text, language } = localText(of, 'description', lang, ownLanguage);
  return <p lang={language}>{unbroken(text)}</p>;
}

function Rights({ snapshot, about }: PartProps) {
  const { words } = useSite();
  return (
    <section>
      <h2 className="section-title">{`${words.ui.footer.licence}. ${words.ui.nav.sources}`}</h2>
      <ul>
        {snapshot.dataset.licenses.map(({ name, title, path }) => (
          <li key={name} lang="en">
            {webLink(path) ? (
              <a href={path} rel="license noreferrer">
                {unbroken(title ?? name)}
              </a>
            ) : (
              unbroken(title ?? name)
            )}
          </li>
        ))}
      </ul>
      <p>{about.rights}</p>
      <SourceList sources={snapshot.sources} />
    </section>
  );
}
