import { templateTexts, words } from '@article21/messages';
import { attributeColumn, type Language, languages, phases, type Vocabulary } from '@article21/model';
import type { RecordRule } from '@article21/model/mapping';
import type { ColumnRole } from './roles.ts';

/** What the columns of attributes are called in a workbook: by their labels, with the id where a column has that name already. */
export async function attributeHeadings(
  language: Language,
  vocabulary: Vocabulary,
): Promise<ReadonlyMap<string, string>> {
  const taken = Object.values((await templateTexts())[language].columns);
  const vocabularyWords = words(language).of(vocabulary);
  return new Map(
    vocabulary.attributes.map(({ id }) => {
      const label = vocabularyWords.attribute(id);
      return [id, taken.includes(label) ? `${label} [${id}]` : label];
    }),
  );
}

/** What the columns of our own workbook are, in whatever language it was made; null of another table. */
export async function templateMapping(
  names: readonly string[],
  vocabulary: Vocabulary,
): Promise<{ roles: Map<ColumnRole, string>; fields: { shared: object; records: RecordRule[] } } | null> {
  const texts = await templateTexts();
  for (const language of languages) {
    const { columns } = texts[language];
    if (!Object.values(columns).every((name) => names.includes(name))) continue;
    const vocabularyWords = words(language).of(vocabulary);
    const headings = [...(await attributeHeadings(language, vocabulary))].filter(([, it]) =>
      names.includes(it),
    );
    const meant = <W extends string>(all: readonly W[], named: (word: W) => string) =>
      Object.fromEntries(all.map((word) => [named(word), word]));
    const roles = new Map<ColumnRole, string>([
      ['key', columns.number],
      ['kind', columns.kind],
      ['place', columns.place],
      ['date', columns.date],
      ['amount', columns.amount],
      ['days', columns.days],
      ['note', columns.note],
      ['link', columns.link],
      ...headings.map(([id, heading]) => [attributeColumn(id), heading] as const),
    ]);
    const attributes = headings.map(([id, heading]) => {
      const values = vocabulary.attributes.find((it) => it.id === id)?.values ?? [];
      const column = {
        column: heading,
        values: meant(ids(values), (it) => vocabularyWords.attributeValue(id, it)),
      };
      return [id, column] as const;
    });
    const shared = {
      place: { column: columns.place },
      date: { column: columns.date },
      phase: { column: columns.phase, values: meant(phases, (it) => vocabularyWords.phase[it]) },
      note: { column: columns.note },
      ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
    };
    const record: RecordRule = {
      kind: { column: columns.kind, values: meant(vocabulary.kinds, vocabularyWords.kind) },
      count: { column: columns.count, values: {} },
      amount: { column: columns.amount, values: {} },
      days: { column: columns.days, values: {} },
    };
    return { roles, fields: { shared, records: [record] } };
  }
  return null;
}

function ids(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id);
}
