import { drawnPeriod, quantitiesOf } from '@article21/messages/dataset';
import type { RestrictionRecord } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { Local } from '../frame/local.tsx';
import { usePage } from '../frame/page-context.tsx';
import { assembliesQuery, snapshotQuery } from '../queries.ts';
import { Link } from '../url/link.tsx';
import { Fact } from './record-card.tsx';

/** What a page about one record says beyond its card: as what and when it counts, at which assembly, in which version. */
export function RecordFacts({ record }: { record: RestrictionRecord }) {
  const { view, words, lang, href } = usePage();
  const { snapshot } = view.query;
  const assemblies = useQuery({ ...assembliesQuery(snapshot), enabled: record.assembly !== null });
  const served = useQuery(snapshotQuery(snapshot));
  const { evidence, tools, footer, filter } = words.ui;
  const reasons = { day: tools.byDay, assembly: evidence.byAssembly, interval: evidence.byInterval };
  const assembly = assemblies.data?.find(({ id }) => id === record.assembly);
  const coded = quantitiesOf(record, words);
  const sources = served.data?.sources.filter(({ id }) =>
    record.evidence.some(({ source }) => source === id),
  );
  return (
    <>
      {coded.length > 0 ? (
        <Fact term={tools.expression}>
          {coded.map(({ said, notation }) => (
            <span className="record-coded" key={said}>
              {said}: <code>{notation}</code>
            </span>
          ))}
        </Fact>
      ) : null}
      <Fact term={tools.countedOn}>
        {words.period(drawnPeriod(record))}: {reasons[record.charted.by]}
      </Fact>
      {record.assembly ? (
        <Fact term={tools.assembly}>{assembly ? assembly[`title_${lang}`] : record.assembly}</Fact>
      ) : null}
      <Fact term={filter.basis}>{words.basis[record.basis]}</Fact>
      <Fact term={evidence.source}>
        {sources?.map((source) => (
          <span className="record-source" key={source.id}>
            <Link href={href({ route: { page: 'source', id: source.id }, record: record.id })}>
              <Local of={source} field="title" />
            </Link>
            <br />
            <Local of={source} field="publisher" />
          </span>
        ))}
      </Fact>
      {served.data ? (
        <Fact term={footer.snapshot}>
          <Link href={href({ query: { snapshot: served.data.id } })}>{served.data.id}</Link>
        </Fact>
      ) : null}
    </>
  );
}
