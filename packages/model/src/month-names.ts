import { languages } from '@article21/languages';

let known: ReadonlyMap<string, number> | null = null;

/**
 * The number, from 1 to 12, of a month that is named in one of the languages, in full or by its first letters: `May`,
 * `Sept.`, `мая`. Null for other words.
 */
export function monthNamed(word: string): number | null {
  known ??= namesOfMonths();
  const letters = keyOf(word);
  const exact = known.get(letters);
  if (exact !== undefined || letters.length < 3) return exact ?? null;
  const months = new Set([...known].flatMap(([name, month]) => (name.startsWith(letters) ? month : [])));
  const [month] = months;
  return months.size === 1 && month !== undefined ? month : null;
}

function namesOfMonths(): Map<string, number> {
  const months = new Map<string, number>();
  // With a day, Russian inflects: «мая», not «май».
  for (const language of languages)
    for (const length of ['long', 'short'] as const)
      for (const beside of [{}, { day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC', ...beside });
        for (let month = 1; month <= 12; month += 1) {
          const parts = format.formatToParts(Date.UTC(2012, month - 1, 1));
          months.set(keyOf(parts.find(({ type }) => type === 'month')?.value ?? ''), month);
        }
      }
  return months;
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
