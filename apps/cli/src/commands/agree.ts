import type { Agreement, Coding, ComparedPair, FieldAgreement } from '@article21/coding';
import type { RestrictionRecord } from '@article21/model';
import { type Call, type Command, exits } from '../command.ts';
import { datasetFolder, foundIn, readDataset } from '../dataset.ts';
import { failure, misuse } from '../failure.ts';
import { counted, table, visible } from '../output.ts';

export const agreeFolders: Command = {
  name: 'agree',
  summary: 'compare two codings of the same sources: what matches, what differs, and how far they agree',
  parameters: [
    { name: '<folder-a>', description: 'the folder of the one coder', required: true },
    { name: '<folder-b>', description: 'the folder of the other', required: true },
  ],
  options: {},
  async run(call) {
    const [a = '', b = ''] = call.args;
    const [first, second] = [await readCoding(call, a), await readCoding(call, b)];
    const { agree } = await import('@article21/coding');
    const agreement = agree(first, second);
    if (agreement.sources.length === 0)
      throw misuse(
        `${a} and ${b} have no source with the same id and the same text: nothing can be compared`,
      );
    return {
      exit: exits.done,
      json: { ok: true, command: 'agree', ...agreement },
      text: agreementLines(agreement, [a, b]),
      notes: notesOf(agreement, [a, b]),
    };
  },
};

async function readCoding(call: Call, typed: string): Promise<Coding> {
  const outcome = await readDataset(await datasetFolder(call, typed), call);
  const records: RestrictionRecord[] = [];
  if (outcome.ok) for await (const record of outcome.reading.records()) records.push(record);
  if (!outcome.ok || foundIn(outcome).issueCount > 0)
    throw failure(exits.issues, 'issues', `${typed} has issues: see article21 check ${typed}`);
  const { sources, texts, vocabulary } = outcome.reading;
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  return { records, sources: ids(sources), attributes: ids(vocabulary.attributes), texts };
}

type Names = readonly [first: string, second: string];

function agreementLines(agreement: Agreement, names: Names): string[] {
  const { same, differ, onlyFirst, onlySecond, fields } = agreement;
  return [
    ...table([
      ['  the same', counted(same.length, 'pair')],
      ['  different', counted(differ.length, 'pair')],
      ...names.map((name, i) => [
        `  only in ${visible(name)}`,
        counted((i === 0 ? onlyFirst : onlySecond).length, 'record'),
      ]),
    ]),
    '',
    ...table([['  field', 'compared as', 'pairs', 'equal', 'Krippendorff’s alpha'], ...fields.map(fieldRow)]),
    ...section('To talk through, field by field:', differ.flatMap(pairLines)),
    ...names.flatMap((name, i) =>
      section(
        `To talk through, only in ${visible(name)}:`,
        (i === 0 ? onlyFirst : onlySecond).flatMap(({ id, kind, quote }) => [
          `  ${id}  ${kind}`,
          ...quoteLines(quote),
        ]),
      ),
    ),
  ];
}

function fieldRow({ field, compared, pairs, equal, alpha }: FieldAgreement): string[] {
  return [
    `  ${field}`,
    compared,
    String(pairs),
    String(equal),
    alpha === null ? 'not defined' : (alpha < 1 ? Math.min(0.999, alpha) : alpha).toFixed(3),
  ];
}

function pairLines({ first, second, quote, differences }: ComparedPair): string[] {
  return [
    `  ${first === second ? first : `${first} and ${second}`}`,
    ...quoteLines(quote),
    ...table(differences.map((it) => [`    ${it.field}`, `${shown(it.first)} or ${shown(it.second)}`])),
  ];
}

function shown(value: string): string {
  return value === '' ? '(nothing)' : visible(value);
}

function quoteLines(quote: string): string[] {
  return quote === '' ? [] : [`    “${visible(quote.replace(/\s+/g, ' '))}”`];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

const reasons = {
  only_first: 'only the first folder has it',
  only_second: 'only the second folder has it',
  other_text: 'its texts differ',
} as const;

function notesOf({ notCompared, attributesNotCompared, leftOut }: Agreement, names: Names): string[] {
  return [
    ...notCompared.map(({ source, why }) => `not compared: ${source}, ${reasons[why]}`),
    ...attributesNotCompared.map(
      ({ attribute, why }) =>
        `not compared: attribute ${attribute}, only ${visible(names[why === 'only_first' ? 0 : 1])} declares it`,
    ),
    ...[leftOut.first, leftOut.second].flatMap((n, i) =>
      n === 0
        ? []
        : [`left out of ${names[i]}: ${counted(n, 'record')} without a passage of a compared source`],
    ),
  ];
}
