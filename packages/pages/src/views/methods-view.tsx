import { writtenQuantities } from '@article21/charts';
import type { SnapshotAnswer } from '@article21/contract/client';
import { type PageTexts, unbroken } from '@article21/messages';
import { type Coverage, isTranslated, type Precision, printQuantity } from '@article21/model';
import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { extentOf } from './extent.ts';
import { Translated } from './local.tsx';
import { MeasureTexts } from './measure-texts.tsx';
import { useSite } from './site.tsx';

interface MethodsViewProps {
  snapshot: Pick<SnapshotAnswer, 'extent' | 'dataset'>;
  /** Where and when somebody watched. */
  coverage: readonly Coverage[];
  texts: PageTexts;
  /** How each way of stating a quantity is drawn. */
  example: ReactNode;
}

const quantities = writtenQuantities();

/** How words become numbers, what every measure counts, how doubt is written and drawn, and where the data end. */
export function MethodsView({ snapshot, coverage, texts, example }: MethodsViewProps) {
  const { words } = useSite();
  const { methods, rules } = texts;
  return (
    <div className="text-page methods">
      <h1>{words.ui.footer.method}</h1>
      <section>
        <h2 className="section-title">{words.ui.filter.measures}</h2>
        <MeasureTexts measures={words.vocabulary.measureIds} />
      </section>
      <OwnKinds title={methods.ownKinds} />
      <OwnAttributes />
      <section>
        <h2 className="section-title">{methods.notation}</h2>
        <p>{unbroken(methods.notationText)}</p>
        <Notation methods={methods} />
      </section>
      <section>
        <h2 className="section-title">{methods.drawn}</h2>
        <p>{unbroken(methods.drawnText)}</p>
        <p className="methods-aside">{methods.example}</p>
        {example}
      </section>
      <section>
        <h2 className="section-title">{methods.ends}</h2>
        <DataEnd snapshot={snapshot} coverage={coverage} methods={methods} />
      </section>
      <section>
        <h2 className="section-title" id="rules">
          {methods.rules}
        </h2>
        <p>{unbroken(methods.rulesText)}</p>
        <ol className="rules">
          {rules.map((rule) => (
            <li key={rule}>
              <Marked text={rule} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

/** The kinds of acts that the dataset declares; nothing where it declares none. */
function OwnKinds({ title }: { title: string }) {
  const { kinds } = useSite().words.vocabulary.declared;
  if (kinds.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">{title}</h2>
      <dl className="measure-texts">
        {kinds.map((kind) => (
          <div key={kind.id}>
            <dt>
              <Translated of={kind} field="label" />
            </dt>
            <dd>
              <Translated of={kind} field="definition" />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The attributes that the dataset declares, with their values; nothing where it declares none. */
function OwnAttributes() {
  const { words } = useSite();
  const { attributes } = words.vocabulary;
  if (attributes.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">{words.attributes.title}</h2>
      <p>{unbroken(words.attributes.lead)}</p>
      <dl className="measure-texts">
        {attributes.map((attribute) => (
          <div key={attribute.id}>
            <dt>
              <Translated of={attribute} field="label" />
            </dt>
            <dd>
              <Translated of={attribute} field="definition" />
              <ul>
                {attribute.values.map((value) => (
                  <li key={value.id}>
                    <Translated of={value} field="label" />
                    {isTranslated(value, 'definition') ? (
                      <>
                        {': '}
                        <Translated of={value} field="definition" />
                      </>
                    ) : null}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Notation({ methods }: { methods: PageTexts['methods'] }) {
  const { words } = useSite();
  return (
    <table className="notation">
      <thead>
        <tr>
          <th scope="col">{methods.written}</th>
          <th scope="col">{methods.means}</th>
          <th scope="col">{methods.signs}</th>
        </tr>
      </thead>
      <tbody>
        {quantities.map(({ notation, estimate }) => (
          <tr key={notation}>
            <th scope="row">
              <code>{printQuantity(estimate)}</code>
            </th>
            <td>{unbroken(words.count(estimate, 'detentions'))}</td>
            <td>{unbroken(words.estimate(estimate, 'detentions'))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DataEndProps extends Pick<MethodsViewProps, 'snapshot' | 'coverage'> {
  methods: PageTexts['methods'];
}

/** What the shown data do not say: which days, where nobody watched, and what could be placed only roughly. */
function DataEnd({ snapshot, coverage, methods }: DataEndProps) {
  const { words } = useSite();
  const period = words.extent({ ...extentOf(snapshot), open: snapshot.extent.open });
  const watched = coverage.length;
  return (
    <ul className="data-end">
      <li>{unbroken(period === null ? methods.noExtent : words.fill(methods.extent, { period }))}</li>
      <li>{unbroken(watched === 0 ? methods.unwatched : words.plural(methods.watched, watched))}</li>
      <li>{unbroken(methods.undated)}</li>
      <li>{words.fill(methods.unplaced, { unplaced: words.ui.evidence.cityNotStated })}</li>
      <li>{words.fill(methods.internal, { withheld: words.ui.evidence.withheld })}</li>
      {(snapshot.dataset.coarsened ?? []).map(({ date, place, records }) => (
        <li key={`${date} ${place}`}>
          {unbroken(
            words.plural(methods.coarsened, records, { how: precisionText({ date, place }, methods) }),
          )}
        </li>
      ))}
    </ul>
  );
}

/** How closely protected records are dated and placed. */
function precisionText({ date, place }: Precision, { coarse }: PageTexts['methods']): string {
  const parts = [date, place].flatMap((it) => (it === null ? [] : [coarse[it]]));
  return parts.length > 0 ? parts.join(', ') : coarse.neither;
}

/** A text with its two marks: `**strong**`, and code between backticks. Everything else is text and never markup. */
function Marked({ text }: { text: string }) {
  return text.split(/(\*\*.+?\*\*)/).map((part, i) =>
    part.startsWith('**') && part.length > 4 ? (
      <strong key={i}>
        <Codes text={part.slice(2, -2)} />
      </strong>
    ) : (
      <Codes key={i} text={part} />
    ),
  );
}

function Codes({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, i) =>
      i % 2 === 1 ? <code key={i}>{part}</code> : <Fragment key={i}>{unbroken(part)}</Fragment>,
    );
}
