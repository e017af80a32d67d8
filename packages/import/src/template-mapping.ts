import { templateTexts, words } from '@article21/messages';
import type { HeaderRole } from '@article21/messages/typed';
import { kinds, languages, phases } from '@article21/model';
import type { RecordRule } from '@article21/model/mapping';

/** What the columns of our own workbook are, in whatever language it was made; null of another table. */
export async function templateMapping(
  names: readonly string[],
): Promise<{ roles: Map<HeaderRole, string>; fields: { shared: object; records: RecordRule[] } } | null> {
  const texts = await templateTexts();
  for (const language of languages) {
    const { columns } = texts[language];
    if (!Object.values(columns).every((name) => names.includes(name))) continue;
    const said = words(language);
    const meant = <W extends string>(all: readonly W[], named: (word: W) => string) =>
      Object.fromEntries(all.map((word) => [named(word), word]));
    const roles = new Map<HeaderRole, string>([
      ['key', columns.number],
      ['kind', columns.kind],
      ['place', columns.place],
      ['date', columns.date],
      ['amount', columns.amount],
      ['days', columns.days],
      ['note', columns.note],
      ['link', columns.link],
    ]);
    const shared = {
      place: { column: columns.place },
      date: { column: columns.date },
      phase: { column: columns.phase, values: meant(phases, (it) => said.phase[it]) },
      note: { column: columns.note },
    };
    const record: RecordRule = {
      kind: { column: columns.kind, values: meant(kinds, said.kind) },
      count: { column: columns.count, values: {} },
      amount: { column: columns.amount, values: {} },
      days: { column: columns.days, values: {} },
    };
    return { roles, fields: { shared, records: [record] } };
  }
  return null;
}
