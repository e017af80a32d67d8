import type { FolderRows } from '@article21/import';
import { attributeFilters, type Issue, type PolicyRule, phases } from '@article21/model';
import { Issues } from '../coding/statements-page.tsx';
import { attributeName, sourceName } from '../names.ts';
import { Failed, type I18n, writePage } from '../pages/page.tsx';
import type { RuleFault } from './rules.ts';

interface RuleProps {
  /** Null where it is new. */
  id: string | null;
  rule: PolicyRule | null;
  rows: FolderRows;
  issues: readonly Issue[];
  faults: readonly RuleFault[];
}

/** The form of one rule: which records, and how they are published. */
export function rulePage(i18n: I18n, { id, rule, rows, issues, faults }: RuleProps): string {
  const { texts, words } = i18n;
  const { protection, failure } = texts;
  return writePage(i18n, {
    title: id ?? protection.add,
    path:
      id !== null ? `/protection/rule/${id}` : `/protection/rule${rule?.when.sensitive ? '?sensitive' : ''}`,
    children: (
      <>
        {faults.length === 0 ? null : (
          <Failed>
            {faults.map(({ code, value }) => (
              <p key={`${code} ${value}`}>{words.fill(protection.wrong[code], { value })}</p>
            ))}
          </Failed>
        )}
        {issues.length === 0 ? null : (
          <Failed>
            <p>{texts.declaring.refused}</p>
            <Issues i18n={i18n} issues={issues} />
          </Failed>
        )}
        <form method="post" action={`/protection/rule${id === null ? '' : `/${id}`}`} className="record">
          <p>
            <label htmlFor="id">{protection.id}</label>
            <input id="id" className="input short" name="id" defaultValue={rule?.id ?? ''} />
          </p>
          <Conditions i18n={i18n} rule={rule} rows={rows} />
          <How i18n={i18n} rule={rule} />
          <p>
            <button className="button main" type="submit">
              {protection.look}
            </button>
          </p>
        </form>
        <p>
          <a href="/protection">{failure.back}</a>
        </p>
      </>
    ),
  });
}

function Conditions({ i18n, rule, rows }: Pick<RuleProps, 'rule' | 'rows'> & { i18n: I18n }) {
  const { texts, words, language } = i18n;
  const { field, when: legend } = texts.protection;
  const when = rule?.when ?? {};
  const lists = [
    { name: 'kind', of: words.vocabulary.kinds, called: words.kind },
    { name: 'phase', of: phases, called: (it: string) => words.phase[it as (typeof phases)[number]] },
    {
      name: 'attribute',
      of: attributeFilters(words.vocabulary.attributes),
      called: (it: string) => attributeName(words, it),
    },
    {
      name: 'source',
      of: rows.sources.map((row) => row.id ?? ''),
      called: (it: string) => sourceName(rows, it, language),
    },
  ] as const;
  return (
    <fieldset className="question">
      <legend>
        <strong>{legend}</strong>
      </legend>
      <label>
        <input type="checkbox" name="sensitive" defaultChecked={when.sensitive ?? false} />
        {field.sensitive}
      </label>
      {lists.map(({ name, of, called }) =>
        of.length === 0 ? null : (
          <details key={name} open={(when[name] ?? []).length > 0}>
            <summary>{field[name]}</summary>
            {of.map((it) => (
              <label key={it}>
                <input
                  type="checkbox"
                  name={name}
                  value={it}
                  defaultChecked={(when[name] as readonly string[] | undefined)?.includes(it) ?? false}
                />
                {called(it)}
              </label>
            ))}
          </details>
        ),
      )}
      <div className="fields">
        {(['place', 'record'] as const).map((name) => (
          <label key={name}>
            {field[name]}
            <input className="input" name={name} defaultValue={(when[name] ?? []).join('; ')} />
          </label>
        ))}
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            {field[name]}
            <input
              className="input"
              name={name}
              defaultValue={when[name] ?? ''}
              placeholder="2012-06-15"
              autoComplete="off"
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function How({ i18n: { texts }, rule }: { i18n: I18n; rule: PolicyRule | null }) {
  const { protection } = texts;
  const choices = [
    { name: 'date-as', texts: protection.date, chosen: rule?.date },
    { name: 'place-as', texts: protection.place, chosen: rule?.place },
  ] as const;
  return (
    <fieldset className="question">
      <legend>
        <strong>{protection.how}</strong>
      </legend>
      <div className="fields">
        {choices.map(({ name, texts: names, chosen }) => (
          <label key={name}>
            {protection.field[name]}
            <select className="input" name={name} defaultValue={chosen ?? ''}>
              <option value="">{protection.asItIs}</option>
              {Object.entries(names).map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
