import type { Words } from '@article21/messages';
import { bases, type Language, phases } from '@article21/model';
import type { I18n } from '../pages/page.tsx';
import {
  type CodedField,
  confirmedName,
  type FilledForm,
  PLACE_ID,
  PLACE_NAME,
  type ProposedFields,
  proposedName,
} from './record-form.ts';
import type { Saved } from './save.ts';
import { codedPlaceName, type Statement } from './statements.ts';

interface FieldProps {
  statement: Statement;
  proposed: ProposedFields;
  form?: FilledForm;
  refused?: Saved;
  i18n: I18n;
  field: CodedField;
  isFirst: boolean;
}

/** A field with what is proposed for it, and the tick that says it is right. */
export function Field(props: FieldProps) {
  const { i18n, field, proposed, form, refused } = props;
  const { coding } = i18n.texts;
  const found = proposed[field];
  const wrong =
    (refused?.is === 'unconfirmed' || refused?.is === 'missing') && refused.fields.includes(field);
  return (
    <div className={wrong ? 'field wrong' : 'field'}>
      <label htmlFor={field}>{coding.field[field]}</label>
      <Control {...props} />
      {found === undefined ? null : (
        <>
          <input type="hidden" name={proposedName(field)} value={found.value} />
          <label>
            <input
              type="checkbox"
              name={confirmedName(field)}
              defaultChecked={form?.confirmed.has(field) ?? false}
              aria-label={`${coding.right}: ${coding.field[field]}`}
            />{' '}
            {coding.right}
          </label>
          <span className="muted">
            {whence(i18n, found)}
            {field === 'place' ? newPlace(props, found.value) : null}
          </span>
        </>
      )}
    </div>
  );
}

function whence({ texts, words }: I18n, found: NonNullable<ProposedFields[CodedField]>): string {
  if (found.words === null) return texts.coding.byRule;
  return words.fill(found.isEarlier ? texts.coding.fromEarlier : texts.coding.fromWords, {
    words: found.words.replace(/\s+/g, ' '),
  });
}

/** Which town of the gazetteer a proposed place is, where the dataset does not have it: its names and where it lies. */
function newPlace({ i18n, statement }: FieldProps, id: string): string | null {
  const place = statement.newPlaces.get(id);
  if (place === undefined || statement.rows.places.some((row) => row.id === id)) return null;
  const { name_en, name_ru, name_kk, lat, lon } = place;
  const names = [...new Set([name_en, name_ru, name_kk])].filter(Boolean).join(' · ');
  const degrees = [lat, lon].map((it) => i18n.words.number(Number((it ?? 0).toFixed(2)))).join('; ');
  return ` ${i18n.words.fill(i18n.texts.coding.newTown, { names, degrees })}`;
}

/** The words that a field is chosen from, and what each is called; null where it is typed. */
function choicesOf(
  field: CodedField,
  words: Words,
): readonly (readonly [id: string, label: string])[] | null {
  if (field === 'kind') return words.vocabulary.kinds.map((it) => [it, words.kind(it)]);
  if (field === 'phase') return phases.map((it) => [it, words.phase[it]]);
  return field === 'basis' ? bases.map((it) => [it, words.basis[it]]) : null;
}

function Control({ i18n: { words }, statement, field, isFirst, proposed, form }: FieldProps) {
  const value = form?.values[field] ?? proposed[field]?.value ?? '';
  const options = choicesOf(field, words);
  const common = { id: field, name: field, className: 'input', defaultValue: value };
  if (field === 'place') return <Place statement={statement} language={words.language} value={value} />;
  if (options === null) return <input {...common} autoComplete="off" />;
  return (
    // The page is one form: who codes begins to type where its first field is.
    // biome-ignore lint/a11y/noAutofocus: see above
    <select {...common} autoFocus={isFirst}>
      <option value="">{field === 'phase' ? words.phase.unstated : '…'}</option>
      {options.map(([id, label]) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** A place is shown by its name, which several may have: with it goes which one it is, as long as nobody types another. */
function Place({
  statement,
  language,
  value,
}: Pick<FieldProps, 'statement'> & { language: Language; value: string }) {
  const name = codedPlaceName(statement, value, language);
  return (
    <>
      <input id="place" name="place" className="input" defaultValue={name} autoComplete="off" list="places" />
      {name === value ? null : (
        <>
          <input type="hidden" name={PLACE_NAME} value={name} />
          <input type="hidden" name={PLACE_ID} value={value} />
        </>
      )}
    </>
  );
}
