import { attributesIn, type Imported, type UnderstoodRow } from '@article21/import';
import { attributeColumn } from '@article21/model';
import type { Look } from '../look.ts';
import type { I18n } from './page.tsx';

/** Rows of the table as they are typed, and the records that they become. */
export function Rows({ i18n, look }: { i18n: I18n; look: Look }) {
  const { texts, words } = i18n;
  const { header, rows } = look.imported.understanding;
  if (header === null || look.rows.length === 0) return null;
  return (
    <section aria-labelledby="rows" className="wide">
      <h2 id="rows" className="section-title">
        {texts.table.preview}
      </h2>
      {rows > look.rows.length ? (
        <p className="muted">{words.fill(texts.table.first, { n: words.number(look.rows.length) })}</p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
      <section className="scrolled" aria-labelledby="rows" tabIndex={0}>
        <table className="rows stacked">
          <thead>
            <tr>
              <th scope="col">№</th>
              <th scope="col">{texts.table.typed}</th>
              <th scope="col">{texts.table.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {look.rows.map((row) => (
              <tr key={row.row} className={classOf(row)}>
                <td>{row.row}</td>
                <td>
                  <Cells names={header.names} cells={row.cells} />
                </td>
                <td data-column={texts.table.becomes}>
                  <Becomes row={row} i18n={i18n} noteOf={look.imported.understanding.noteOf} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Cells({ names, cells }: { names: readonly string[]; cells: readonly string[] }) {
  const filled = names.flatMap((name, i) => (/\S/.test(cells[i] ?? '') ? [[name, cells[i] ?? '']] : []));
  return filled.map(([name, cell], i) => (
    <span key={name}>
      {i > 0 ? ' · ' : ''}
      <span className="label">{`${name}: `}</span>
      {(cell ?? '').length > 80 ? `${cell?.slice(0, 79)}…` : cell}
    </span>
  ));
}

const shown = ['kind', 'place', 'date', 'phase', 'count', 'amount', 'days', 'note'] as const;

interface BecomesProps {
  row: UnderstoodRow;
  i18n: I18n;
  noteOf: Imported['understanding']['noteOf'];
}

function Becomes({ row, i18n, noteOf }: BecomesProps) {
  const { texts } = i18n;
  if (row.leftOut !== null) return texts.table.why[row.leftOut];
  return row.records.map(({ id, fields }) => (
    <div key={id}>
      {[...shown, ...attributesIn(fields)].flatMap((field, i) => {
        const reading = fields[field];
        if (reading === undefined || (reading.text === null && !reading.isOpen)) return [];
        const value = reading.isOpen
          ? texts.table.isAsked
          : valueText(i18n, noteOf, field, reading.text ?? '');
        // A second number beside that of people says what it counts.
        const text = field === 'days' ? `${i18n.importing.field(field)}: ${value}` : value;
        return [
          <span key={field}>
            {i > 0 ? ' · ' : ''}
            {reading.isOpen ? <strong>{text}</strong> : <span className="value">{text}</span>}
          </span>,
        ];
      })}
    </div>
  ));
}

/** What a field of a record says, for people: places and kinds by their names. */
export function valueText(
  { words, importing }: I18n,
  noteOf: Imported['understanding']['noteOf'],
  field: string,
  value: string,
): string {
  const names: Readonly<Record<string, string>> = { ...words.phase, ...words.basis };
  const place = field === 'place' ? noteOf(value) : null;
  if (place !== null) return importing.placeName(place);
  const prefix = attributeColumn('');
  if (field.startsWith(prefix)) return words.attributeValue(field.slice(prefix.length), value);
  if (field === 'kind' && value !== '') return importing.kind(value);
  return field === 'phase' || field === 'basis' ? (names[value] ?? value) : value;
}

function classOf({ leftOut, records }: UnderstoodRow): string | undefined {
  if (leftOut !== null) return 'out';
  return records.every(({ complete }) => complete) ? undefined : 'asked';
}
