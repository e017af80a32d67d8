import { templateTexts, words } from '@article21/messages';
import { type Kind, type Language, type Phase, phases, usualVocabulary } from '@article21/model';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** How many rows of the workbook are ready to be written into. */
const ROWS = 1_000;
/** The format that keeps what is typed. */
const TEXT = { numFmt: '@' };

/**
 * A workbook for a table of one's own, in a language: its cells are text, kinds and phases are chosen from lists, a sheet
 * says what is written where, and three examples show it. `import` reads it without a question about its columns. The kinds
 * are those of a dataset with this vocabulary.
 */
export async function writeTemplate(language: Language, vocabulary = usualVocabulary): Promise<Uint8Array> {
  const texts = (await templateTexts())[language];
  const said = words(language).of(vocabulary);
  const { columns, means, intro } = texts;
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const header = names.map((name) => columns[name]);
  const rows = [
    header,
    ...examplesOf(texts.places, texts.example, said).map((row) => names.map((name) => row[name] ?? null)),
  ];
  const cells: WriteSheet['cells'] = new Map();
  for (let row = 0; row <= ROWS; row += 1)
    for (const [i] of names.entries()) {
      const value = rows[row]?.[i] ?? null;
      const style = row === 0 ? { ...TEXT, font: { bold: true } } : TEXT;
      cells.set(`${row},${i}`, { value, style });
    }
  const list = (name: keyof typeof columns, values: readonly string[]) => {
    const letter = String.fromCharCode(65 + names.indexOf(name));
    return {
      type: 'list' as const,
      values: [...values],
      range: `${letter}2:${letter}${ROWS + 1}`,
      allowBlank: true,
    };
  };
  const records: WriteSheet = {
    name: texts.records,
    rows: rows.map((row) => row.map((cell) => cell ?? null)),
    cells,
    columns: names.map((name) => ({ width: Math.max(12, columns[name].length + 4) })),
    freezePane: { rows: 1 },
    dataValidations: [
      list(
        'kind',
        vocabulary.kinds.map((kind) => said.kind(kind)),
      ),
      list(
        'phase',
        phases.map((phase) => said.phase[phase]),
      ),
    ],
  };
  const help: WriteSheet = {
    name: texts.help,
    rows: [...intro.map((line) => [line]), [null], ...names.map((name) => [columns[name], means[name]])],
    columns: [{ width: 24 }, { width: 110 }],
  };
  return writeXlsx({ sheets: [records, help] });
}

interface Said {
  kind(id: Kind): string;
  phase: Readonly<Record<Phase, string>>;
}

/** One record of each of the kinds that need other columns. */
function examplesOf(
  [first = '', second = '', third = '']: readonly string[],
  note: string,
  { kind, phase }: Said,
) {
  const link = 'https://example.org/report';
  return [
    {
      number: '1',
      kind: kind('detention'),
      place: first,
      date: '2024-03-12',
      phase: phase.during,
      count: '3-5',
      note,
      link,
    },
    {
      number: '2',
      kind: kind('fine'),
      place: second,
      date: '2024-03',
      phase: phase.after,
      count: '2+',
      amount: '?',
      note,
      link,
    },
    {
      number: '3',
      kind: kind('arrest'),
      place: third,
      date: '2024-03-12/2024-03-14',
      count: '1',
      days: '15',
      note,
      link,
    },
  ] as Readonly<Record<string, string>>[];
}
