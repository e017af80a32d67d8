import type { Agreement } from '@article21/coding';
import { attributeIn, type Issue, type Place } from '@article21/model';
import { Issues } from '../coding/statements-page.tsx';
import { Failed, type I18n, writePage } from './page.tsx';

/** What came of comparing two folders: what is wrong with one of them, or how far they agree. */
export type Compared =
  | { is: 'missing'; folder: string }
  | { is: 'unsound'; folder: string; issues: readonly Issue[] }
  | { is: 'apart' }
  | { is: 'compared'; agreement: Agreement; places: ReadonlyMap<string, Place> };

interface AgreementProps {
  /** The folder of the other coder as it was typed; empty where none was. */
  other: string;
  compared: Compared | null;
}

/** Two codings of the same sources: how far they agree in each field, and what to talk through. */
export function agreementPage(i18n: I18n, { other, compared }: AgreementProps): string {
  const { agree } = i18n.texts;
  return writePage(i18n, {
    title: agree.title,
    path: other === '' ? '/agree' : `/agree?with=${encodeURIComponent(other)}`,
    children: (
      <>
        <p>{agree.what}</p>
        <form action="/agree" className="line">
          <label>
            {agree.folder}{' '}
            <input className="input" name="with" defaultValue={other} required autoComplete="off" />
          </label>
          <button className="button main" type="submit">
            {agree.compare}
          </button>
        </form>
        {compared === null ? null : compared.is === 'compared' ? (
          <Found i18n={i18n} {...compared} other={other} />
        ) : (
          <NotCompared i18n={i18n} compared={compared} />
        )}
      </>
    ),
  });
}

function NotCompared({ i18n, compared }: { i18n: I18n; compared: Exclude<Compared, { is: 'compared' }> }) {
  const { texts, words } = i18n;
  return (
    <Failed>
      <p>
        {compared.is === 'apart'
          ? texts.agree.apart
          : words.fill(texts.agree[compared.is], { folder: compared.folder })}
      </p>
      {compared.is === 'unsound' ? <Issues i18n={i18n} issues={compared.issues} /> : null}
    </Failed>
  );
}

interface FoundProps {
  i18n: I18n;
  agreement: Agreement;
  /** The places of both folders. */
  places: ReadonlyMap<string, Place>;
  other: string;
}

function Found({ i18n, agreement, places, other }: FoundProps) {
  const { texts, words } = i18n;
  const { agree } = texts;
  const { same, differ, onlyFirst, onlySecond } = agreement;
  const counts = [
    [agree.same, same.length],
    [agree.differ, differ.length],
    [agree.onlyHere, onlyFirst.length],
    [words.fill(agree.onlyIn, { folder: other }), onlySecond.length],
  ] as const;
  return (
    <>
      <p>{counts.map(([what, n]) => `${what}: ${words.number(n)}`).join('; ')}</p>
      <Fields i18n={i18n} agreement={agreement} />
      <NotComparedIn i18n={i18n} agreement={agreement} other={other} />
      <Differing i18n={i18n} differ={differ} places={places} />
      <Alone i18n={i18n} title={agree.onlyHere} records={onlyFirst} />
      <Alone i18n={i18n} title={words.fill(agree.onlyIn, { folder: other })} records={onlySecond} />
    </>
  );
}

function Fields({ i18n: { texts, words, importing }, agreement }: Pick<FoundProps, 'i18n' | 'agreement'>) {
  const { agree } = texts;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="scrolled" aria-label={agree.alpha} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[agree.field, agree.compared, agree.pairs, agree.equal, agree.alpha].map((it) => (
              <th key={it} scope="col">
                {it}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agreement.fields.map(({ field, compared, pairs, equal, alpha }) => (
            <tr key={`${field} ${compared}`}>
              <th scope="row">{importing.field(field)}</th>
              <td>{agree[compared]}</td>
              <td>{words.number(pairs)}</td>
              <td>{words.number(equal)}</td>
              <td>{alpha === null ? agree.notDefined : alphaText(alpha, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{agree.means}</p>
    </section>
  );
}

/** To two digits, and never rounded up to full agreement, which it is not. */
function alphaText(alpha: number, words: I18n['words']): string {
  return words.number(alpha < 1 ? Math.min(0.99, Number(alpha.toFixed(2))) : alpha);
}

/** What only one of the folders has, or has otherwise. */
function NotComparedIn({ i18n: { texts, words }, agreement, other }: Omit<FoundProps, 'places'>) {
  const { agree } = texts;
  const whys = {
    only_first: agree.onlyHere,
    only_second: words.fill(agree.onlyIn, { folder: other }),
    other_text: agree.otherText,
  };
  const all = [
    ...agreement.notCompared.map(({ source, why }) => [source, why] as const),
    ...agreement.attributesNotCompared.map(
      ({ attribute, why }) => [words.attribute(attribute), why] as const,
    ),
  ];
  if (all.length === 0) return null;
  const list = all.map(([what, why]) => `${what} (${whys[why]})`).join(', ');
  return <p>{words.fill(agree.notCompared, { list })}</p>;
}

function Differing({
  i18n,
  differ,
  places,
}: Pick<FoundProps, 'i18n' | 'places'> & Pick<Agreement, 'differ'>) {
  const { texts, words, importing } = i18n;
  if (differ.length === 0) return null;
  const shown = (field: string, value: string) => {
    if (value === '') return texts.table.nothing;
    const attribute = attributeIn(field);
    if (attribute !== null) return words.attributeValue(attribute, value);
    const names: Readonly<Record<string, string>> = { ...words.phase, ...words.basis };
    if (field === 'phase' || field === 'basis') return names[value] ?? value;
    const place = field === 'place' ? places.get(value) : undefined;
    if (place !== undefined) return words.placeName(place);
    return field === 'kind' ? importing.kind(value) : value;
  };
  return (
    <section aria-labelledby="differ">
      <h2 id="differ" className="section-title">
        {texts.agree.talk}
      </h2>
      <ul>
        {differ.map(({ first, second, quote, differences }) => (
          <li key={`${first} ${second}`}>
            <strong>{first === second ? first : `${first}, ${second}`}</strong>
            {quote === '' ? '' : ` ${words.quote(quote.replace(/\s+/g, ' '))}`}
            {differences.map((it) => (
              <div key={it.field}>
                {`${importing.field(it.field)}: `}
                <strong>{shown(it.field, it.first)}</strong>
                {' / '}
                <strong>{shown(it.field, it.second)}</strong>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Alone({
  i18n: { importing, words },
  title,
  records,
}: {
  i18n: I18n;
  title: string;
  records: Agreement['onlyFirst'];
}) {
  if (records.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">{title}</h2>
      <ul>
        {records.map(({ id, kind, quote }) => (
          <li key={id}>
            <strong>{id}</strong>
            {`, ${importing.kind(kind)}${quote === '' ? '' : ` ${words.quote(quote.replace(/\s+/g, ' '))}`}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
