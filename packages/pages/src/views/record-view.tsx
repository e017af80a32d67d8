import type { SnapshotAnswer } from '@article21/contract/client';
import { unbroken, type Words } from '@article21/messages';
import { dateCounted, quantitiesOf } from '@article21/messages/dataset';
import { type Assembly, type PlaceTree, type RestrictionRecord, UNSTATED } from '@article21/model';
import { Link } from './link.tsx';
import { Local, Translated } from './local.tsx';
import { Fact, RecordCard } from './record-card.tsx';
import { useSite } from './site.tsx';

interface RecordViewProps {
  record: RestrictionRecord;
  snapshot: Pick<SnapshotAnswer, 'id' | 'sources'>;
  /** At which it happened; null where that is not known (yet). */
  assembly: Assembly | null;
}

/** One record under an address of its own. */
export function RecordView({ record, snapshot, assembly }: RecordViewProps) {
  const { words, href } = useSite();
  const more = <MoreFacts record={record} snapshot={snapshot} assembly={assembly} />;
  return (
    <div className="text-page">
      <p className="source-back">
        <Link href={href({ route: { page: 'charts' } })}>{words.ui.evidence.back}</Link>
      </p>
      <RecordCard record={record} sources={snapshot.sources} level="h1" more={more} />
    </div>
  );
}

/** The name of a record's page: "Almaty: detention". */
export function titleOfRecord(record: RestrictionRecord, words: Words, places: PlaceTree | null): string {
  return `${words.rowName(record.place, places)}: ${words.kind(record.kind)}`;
}

/** What the page says beyond the card: as what and when the record counts, at which assembly, in which version. */
function MoreFacts({ record, snapshot, assembly }: RecordViewProps) {
  const { words, href } = useSite();
  const { evidence, tools, footer, filter } = words.ui;
  const coded = quantitiesOf(record, words);
  const sources = snapshot.sources.filter(({ id }) => record.evidence.some(({ source }) => source === id));
  return (
    <>
      {coded.length > 0 ? (
        <Fact term={tools.expression}>
          {coded.map(({ text, notation }) => (
            <span className="record-coded" key={text}>
              {unbroken(`${text}: `)}
              <code>{notation}</code>
            </span>
          ))}
        </Fact>
      ) : null}
      <Fact term={tools.countedOn}>{dateCounted(record, words)}</Fact>
      {record.assembly ? (
        <Fact term={tools.assembly}>
          {assembly ? <Translated of={assembly} field="title" /> : record.assembly}
        </Fact>
      ) : null}
      {words.vocabulary.attributes
        .filter(({ id }) => record.attributes?.[id] === undefined)
        .map(({ id }) => (
          <Fact key={id} term={words.attribute(id)}>
            {words.attributeValue(id, UNSTATED)}
          </Fact>
        ))}
      <Fact term={filter.basis}>{words.basis[record.basis]}</Fact>
      <Fact term={evidence.source}>
        {sources.map((source) => (
          <span className="record-source" key={source.id}>
            <Link href={href({ route: { page: 'source', id: source.id }, record: record.id })}>
              <Local of={source} field="title" />
            </Link>
            <br />
            <Local of={source} field="publisher" />
          </span>
        ))}
      </Fact>
      <Fact term={footer.snapshot}>
        <Link href={href({ query: { snapshot: snapshot.id } })}>{snapshot.id}</Link>
      </Fact>
    </>
  );
}
