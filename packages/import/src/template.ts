import { columnLetters } from '@article21/ingest/tables';
import { templateTexts, words } from '@article21/messages';
import {
  attributeColumn,
  isTranslated,
  type Kind,
  type Language,
  type Phase,
  phases,
  textIn,
  usualVocabulary,
  type Vocabulary,
} from '@article21/model';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { attributeHeadings } from './template-mapping.ts';

/** How many rows of the workbook are ready to be written into. */
const ROWS = 1_000;
/** The format that keeps what is typed. */
const TEXT = { numFmt: '@' };

/** A column of the sheet of records: its heading, what the help says of it, and the words that it is chosen from. */
interface Column {
  name: string;
  heading: string;
  means: readonly string[];
  list: readonly string[];
}

/**
 * A workbook for a table of one's own, in a language: its cells are text, kinds, phases and attributes are chosen from lists,
 * a sheet says what is written where, and three examples show it. `import` reads it without a question about its columns. The
 * kinds and attributes are those of a dataset with this vocabulary.
 */
export async function writeTemplate(language: Language, vocabulary = usualVocabulary): Promise<Uint8Array> {
  const texts = (await templateTexts())[language];
  const vocabularyWords = words(language).of(vocabulary);
  const columns = await columnsOf(language, vocabulary);
  const examples = examplesOf(texts.places, texts.example, vocabularyWords);
  const rows = [
    columns.map(({ heading }) => heading),
    ...examples.map((row) => columns.map(({ name }) => row[name] ?? null)),
  ];
  const cells: WriteSheet['cells'] = new Map();
  for (let row = 0; row <= ROWS; row += 1)
    for (const [i] of columns.entries()) {
      const value = rows[row]?.[i] ?? null;
      const style = row === 0 ? { ...TEXT, font: { bold: true } } : TEXT;
      cells.set(`${row},${i}`, { value, style });
    }
  const listed = columns.flatMap(({ list }, i) => (list.length === 0 ? [] : [{ list, i }]));
  const records: WriteSheet = {
    name: texts.records,
    rows,
    cells,
    columns: columns.map(({ heading }) => ({ width: Math.max(12, heading.length + 4) })),
    freezePane: { rows: 1 },
    dataValidations: listed.map(({ list, i }, at) => {
      const [own, letter] = [columnLetters(i), columnLetters(at)];
      return {
        type: 'list' as const,
        formula1: `'${texts.lists}'!$${letter}$2:$${letter}$${list.length + 1}`,
        range: `${own}2:${own}${ROWS + 1}`,
        allowBlank: true,
      };
    }),
  };
  const help: WriteSheet = {
    name: texts.help,
    rows: [
      ...texts.intro.map((line) => [line]),
      [null],
      ...columns.flatMap(({ heading, means }) => means.map((line, i) => [i === 0 ? heading : null, line])),
    ],
    columns: [{ width: 24 }, { width: 110 }],
  };
  return writeXlsx({ sheets: [records, help, listsOf(texts.lists, columns)] });
}

/** The words of lists stand in cells: within a rule of Excel they end at 255 letters, and at each comma. */
function listsOf(name: string, columns: readonly Column[]): WriteSheet {
  const lists = columns.filter(({ list }) => list.length > 0);
  const longest = Math.max(...lists.map(({ list }) => list.length));
  return {
    name,
    rows: [
      lists.map(({ heading }) => heading),
      ...Array.from({ length: longest }, (_, i) => lists.map(({ list }) => list[i] ?? null)),
    ],
    columns: lists.map(() => ({ width: 36 })),
  };
}

async function columnsOf(language: Language, vocabulary: Vocabulary): Promise<Column[]> {
  const { columns, means } = (await templateTexts())[language];
  const vocabularyWords = words(language).of(vocabulary);
  const lists: Readonly<Record<string, readonly string[]>> = {
    kind: vocabulary.kinds.map((kind) => vocabularyWords.kind(kind)),
    phase: phases.map((phase) => vocabularyWords.phase[phase]),
  };
  const usual = Object.entries(columns).map(([name, heading]) => ({
    ...{ name, heading, list: lists[name] ?? [] },
    means: [means[name as keyof typeof means]],
  }));
  const headings = await attributeHeadings(language, vocabulary);
  const attributes = vocabulary.attributes.map((attribute): Column => {
    const { id, values } = attribute;
    const defined = [
      ...(isTranslated(attribute, 'definition') ? [textIn(attribute, 'definition', language).text] : []),
      ...values.flatMap((value) =>
        isTranslated(value, 'definition')
          ? [`${vocabularyWords.attributeValue(id, value.id)}: ${textIn(value, 'definition', language).text}`]
          : [],
      ),
    ];
    const list = values.map((value) => vocabularyWords.attributeValue(id, value.id));
    return { name: attributeColumn(id), heading: headings.get(id) ?? id, means: defined, list };
  });
  return [...usual, ...attributes];
}

interface ExampleWords {
  kind(id: Kind): string;
  phase: Readonly<Record<Phase, string>>;
}

/** One record of each of the kinds that need other columns. */
function examplesOf(
  [first = '', second = '', third = '']: readonly string[],
  note: string,
  { kind, phase }: ExampleWords,
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
