import type { FolderRows } from '@article21/import';
import { unbroken } from '@article21/messages';
import type { Policy, PolicyRule } from '@article21/model';
import { attributeName, placeName, sourceName } from '../names.ts';
import { Failed, type I18n, writePage } from '../pages/page.tsx';
import type { PolicyPreview, RuleChange } from './preview.ts';
import { Regions } from './regions.tsx';

interface PolicyProps {
  policy: Policy | null;
  /** Whether the file says something that is no policy. */
  isUnsound: boolean;
  /** Whether there is no dataset yet. */
  isNew: boolean;
  rows: FolderRows;
  notice?: string;
  failed?: string;
}

/** The rules by which people are protected, and where one is added. */
export function policyPage(
  i18n: I18n,
  { policy, isUnsound, isNew, rows, notice, failed }: PolicyProps,
): string {
  const { protection, tables, coding } = i18n.texts;
  const rules = policy?.rules ?? [];
  return writePage(i18n, {
    title: protection.title,
    path: '/protection',
    notice,
    failed,
    children: (
      <>
        <p>{protection.what}</p>
        <p className="muted">{protection.means}</p>
        {isUnsound ? (
          <Failed>
            <p>{protection.unsound}</p>
          </Failed>
        ) : isNew ? (
          <>
            <p>{protection.isNew}</p>
            <p className="line">
              <a className="button" href="/">
                {tables.title}
              </a>{' '}
              <a className="button" href="/coding">
                {coding.title}
              </a>
            </p>
          </>
        ) : (
          <>
            {rules.length === 0 ? <p>{protection.none}</p> : null}
            <ul className="list">
              {rules.map((rule) => (
                <li key={rule.id}>
                  <a href={`/protection/rule/${rule.id}`}>{rule.id}</a>
                  <span>{ruleText(i18n, rule, rows)}</span>
                  <form method="post" action={`/protection/remove/${rule.id}`}>
                    <button className="quiet" type="submit" aria-label={`${protection.remove}: ${rule.id}`}>
                      {protection.remove}
                    </button>
                  </form>
                </li>
              ))}
            </ul>
            <p className="line">
              <a className="button" href="/protection/rule">
                {protection.add}
              </a>{' '}
              {rules.length === 0 ? null : (
                <a className="button" href="/protection/changes">
                  {protection.changes}
                </a>
              )}{' '}
              <a className="button" href="/protection/records">
                {protection.marking.title}
              </a>
            </p>
            <Regions i18n={i18n} rows={rows} />
          </>
        )}
      </>
    ),
  });
}

/** A rule in words: which records, and how they are published. */
function ruleText(
  { texts, words, language }: I18n,
  { when, date, place }: PolicyRule,
  rows: FolderRows,
): string {
  const { protection } = texts;
  const some = [
    ...(when.sensitive ? [protection.field.sensitive] : []),
    ...(when.record ?? []),
    ...(when.kind ?? []).map(words.kind),
    ...(when.phase ?? []).map((it) => words.phase[it]),
    ...(when.attribute ?? []).map((it) => attributeName(words, it)),
    ...(when.place ?? []).map((it) => placeName(rows, it, language)),
    ...(when.source ?? []).map((it) => sourceName(rows, it, language)),
    ...(when.from === undefined && when.to === undefined ? [] : [`${when.from ?? '…'} – ${when.to ?? '…'}`]),
  ];
  const how = [
    ...(date === undefined ? [] : [protection.date[date]]),
    ...(place === undefined ? [] : [protection.place[place]]),
    protection.wordless,
  ];
  return `${some.join(' · ')} → ${how.join(', ')}`;
}

interface ChangeProps {
  preview: Extract<PolicyPreview, { ok: true }>;
  /** By which places and sources are named. */
  rows: FolderRows;
  /** What is saved by the button; null where nothing is to be saved. */
  save: { change: { rule: PolicyRule | null }; was: string } | null;
  /** Whether a rule is to go and is the last. */
  isLast: boolean;
}

/** What rules change in every headline, and the button that saves the one that is looked at. */
export function changePage(i18n: I18n, { preview, rows, save, isLast }: ChangeProps): string {
  const { texts, words } = i18n;
  const { protection, failure } = texts;
  const isRemoval = save !== null && save.change.rule === null;
  const { doubts } = preview.effects;
  return writePage(i18n, {
    title: protection.changesTitle,
    path: save === null ? '/protection/changes' : '/protection',
    children: (
      <>
        <p>{isRemoval ? protection.removeWhat : protection.changesWhat}</p>
        {preview.rules.map((rule) => (
          <Changed key={rule.id} i18n={i18n} rule={rule} isRemoval={isRemoval} />
        ))}
        {doubts.length === 0 || isRemoval ? null : (
          <section aria-labelledby="doubts">
            <h2 id="doubts" className="section-title">
              {protection.doubts}
            </h2>
            <ul>
              {doubts.map(({ code, values, message }) => (
                <li key={message}>{words.fill(protection.doubt[code], shownValues(i18n, values, rows))}</li>
              ))}
            </ul>
          </section>
        )}
        {isLast ? (
          <p>
            <strong>{protection.last}</strong>
          </p>
        ) : null}
        {save === null ? null : (
          <form method="post" action="/protection/save" className="line">
            <input type="hidden" name="was" value={save.was} />
            <input type="hidden" name="change" value={JSON.stringify(save.change)} />
            <button className="button main" type="submit">
              {isRemoval ? protection.remove : protection.save}
            </button>
            <span className="muted">{protection.notPublished}</span>
          </form>
        )}
        <p>
          <a href="/protection">{failure.back}</a>
        </p>
      </>
    ),
  });
}

function shownValues(
  { words, language }: I18n,
  values: Readonly<Record<string, string | number>>,
  rows: FolderRows,
) {
  const shown = (name: string, value: string | number) => {
    if (typeof value === 'number') return words.number(value);
    if (name === 'source') return sourceName(rows, value, language);
    return name === 'only' || name === 'coarse' ? placeName(rows, value, language) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(name, value)]));
}

/** So many headlines of a rule are shown. */
const SHOWN = 200;

function Changed({
  i18n: { texts, words },
  rule,
  isRemoval,
}: {
  i18n: I18n;
  rule: RuleChange;
  isRemoval: boolean;
}) {
  const { protection, publish, table } = texts;
  // Who takes a rule away goes back from what it has made.
  const sides = (it: RuleChange['headlines'][number]) =>
    isRemoval ? [it.after, it.before] : [it.before, it.after];
  const columns = isRemoval ? [protection.with, protection.without] : [protection.without, protection.with];
  const shown = rule.headlines.slice(0, SHOWN);
  return (
    <section aria-labelledby={`rule-${rule.id}`} className="wide">
      <h2 id={`rule-${rule.id}`} className="section-title">
        {`${rule.id}: ${words.plural(protection.picks, rule.records)}`}
      </h2>
      {shown.length === 0 ? (
        <p>{protection.noHeadline}</p>
      ) : (
        <table className="stacked">
          <thead>
            <tr>
              <td />
              {columns.map((it) => (
                <th key={it} scope="col">
                  {it}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((it) => (
              <tr key={it.of}>
                <th scope="row">{it.of}</th>
                {sides(it).map((text, at) => (
                  <td key={columns[at]} data-column={columns[at]}>
                    {text === null ? publish.none : unbroken(text)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rule.headlines.length > SHOWN ? (
        <p>{words.fill(table.more, { n: words.number(rule.headlines.length - SHOWN) })}</p>
      ) : null}
    </section>
  );
}
