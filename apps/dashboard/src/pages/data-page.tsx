import './source-page.css';
import '../about/about.css';
import type { SnapshotAnswer } from '@article21/contract/client';
import { authorsOf } from '@article21/messages/dataset';
import { emptyQuery, webLink } from '@article21/model';
import { printView } from '@article21/pages/address';
import { Local, SourceList } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { Changes } from '../about/changes.tsx';
import { Citations } from '../about/citations.tsx';
import { usePageTexts } from '../about/page-texts.ts';
import { Verification } from '../about/verification.tsx';
import { dayText, Versions } from '../about/versions.tsx';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { Waiting } from '../frame/waiting.tsx';
import { snapshotQuery, snapshotsQuery } from '../queries.ts';
import { extentOf } from '../url/extent.ts';
import { absolute } from '../url/mirror.ts';

/** What the data are: which version, who made it, what changed, whose it is, how one checks and cites it. */
export function DataPage() {
  const { view } = usePage();
  const { about } = usePageTexts();
  const snapshot = useQuery(snapshotQuery(view.query.snapshot));
  const versions = useQuery(snapshotsQuery());
  useTitle(about.title);
  const error = snapshot.error ?? versions.error;
  const retry = () => {
    if (snapshot.error) void snapshot.refetch();
    if (versions.error) void versions.refetch();
  };
  if (error) return <Failure heads error={error} retry={retry} />;
  if (!snapshot.data || !versions.data) return <Waiting tall />;
  const { id, dataset } = snapshot.data;
  // What has another name is another dataset.
  const of = versions.data.snapshots.filter(({ name }) => name === dataset.name);
  const own = { ...versions.data, snapshots: of };
  const address = printView({ route: { page: 'data' }, query: { ...emptyQuery, snapshot: id } });
  return (
    <div className="text-page about">
      <h1>{about.title}</h1>
      <Served snapshot={snapshot.data} />
      <Versions versions={own} shown={id} />
      <Changes key={id} versions={own} shown={id} />
      <Rights snapshot={snapshot.data} />
      <Citations cited={{ id, dataset, url: absolute(address) }} />
      <Verification snapshot={snapshot.data} />
    </div>
  );
}

function Served({ snapshot }: { snapshot: SnapshotAnswer }) {
  const { words, lang } = usePage();
  const { about } = usePageTexts();
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
      {description ? (
        <p>
          <Local of={{ ...others, description }} field="description" />
        </p>
      ) : null}
      <dl className="about-facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Rights({ snapshot }: { snapshot: SnapshotAnswer }) {
  const { words } = usePage();
  const { about } = usePageTexts();
  return (
    <section>
      <h2 className="section-title">
        {words.ui.footer.licence}. {words.ui.nav.sources}
      </h2>
      <ul>
        {snapshot.dataset.licenses.map(({ name, title, path }) => (
          <li key={name} lang="en">
            {webLink(path) ? (
              <a href={path} rel="license noreferrer">
                {title ?? name}
              </a>
            ) : (
              (title ?? name)
            )}
          </li>
        ))}
      </ul>
      <p>{about.rights}</p>
      <SourceList sources={snapshot.sources} />
    </section>
  );
}
