import type { Proposal, Proposed } from '@article21/coding';
import type { DeclaredKind, Place } from '@article21/model';
import { type Call, type Command, exits } from '../command.ts';
import { datasetFolder, foundIn, readDataset } from '../dataset.ts';
import { failure, misuse } from '../failure.ts';
import { counted, table, visible } from '../output.ts';
import { readText } from '../text-file.ts';

export const proposeRecords: Command = {
  name: 'propose',
  summary:
    'propose records from the words of a text, by rules; a coder confirms each field, nothing is written',
  parameters: [
    { name: '<text>', description: 'TXT, HTML, DOCX or PDF, in English, Russian or Kazakh', required: true },
  ],
  options: {
    dataset: { value: '<folder>', description: 'the dataset whose places and kinds the text may name' },
    year: { value: '<year>', description: 'of dates without a year, where the text states none' },
  },
  async run(call) {
    const typed = call.args[0] ?? '';
    const year = yearOf(call.value('year'));
    const text = await readText(call, typed);
    const { countryNamed, propose } = await import('@article21/coding');
    const named = await datasetOf(call);
    const { places = [], kinds = [] } = named ?? {};
    const others = await townsOf(places, countryNamed(text));
    const proposals = propose(text, { places, kinds, others, ...(year === null ? {} : { year }) });
    const towns = new Map(others.map((it) => [it.id, it]));
    return {
      exit: exits.done,
      json: { ok: true, command: 'propose', proposals },
      text: proposals.flatMap((it) => [...proposalLines(it, towns), '']),
      notes: [
        `${counted(proposals.length, 'proposal')}, made by rules: confirm or mend each field`,
        ...(named === null
          ? ['places are proposed by GeoNames alone: name the folder that has your own with --dataset']
          : []),
      ],
    };
  },
};

function yearOf(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  if (!/^[12]\d{3}$/.test(typed))
    throw misuse(`--year is a year of four digits, 2012; it was given ${typed}`);
  return Number(typed);
}

/** The places and kinds of the dataset that is named; null where none is. Of a dataset with issues nothing is taken. */
async function datasetOf(
  call: Call,
): Promise<{ places: readonly Place[]; kinds: readonly DeclaredKind[] } | null> {
  const typed = call.value('dataset');
  if (typed === undefined) return null;
  const outcome = await readDataset(await datasetFolder(call, typed), call);
  if (outcome.ok && foundIn(outcome).issueCount === 0) {
    const { places, vocabulary } = outcome.reading;
    return { places, kinds: vocabulary.declared.kinds };
  }
  throw failure(exits.issues, 'issues', `${typed} has issues: see article21 check ${typed}`);
}

/** The towns of the gazetteer, of the one country of the dataset, else of that which the text names most often. */
async function townsOf(places: readonly Place[], named: string | null): Promise<readonly Place[]> {
  const { countryOf, gazetteerTowns } = await import('@article21/import');
  const rows = places.map(({ id, kind, country, lat, lon, name_en, name_ru, name_kk }) => ({
    ...{ id, kind, country, lat: String(lat ?? ''), lon: String(lon ?? '') },
    ...{ name_en: name_en ?? '', name_ru: name_ru ?? '', name_kk: name_kk ?? '' },
  }));
  const country = countryOf(rows) ?? named;
  return country === null ? [] : gazetteerTowns(rows, country);
}

function proposalLines(
  { kind, quote, prefix, place, date, phase, count, amount, days }: Proposal,
  towns: ReadonlyMap<string, Place>,
): string[] {
  const fields: [string, Proposed | null][] = [
    ['place', place],
    ['date', date],
    ['phase', phase],
    ['count', count],
    ['amount', amount],
    ['days', days],
  ];
  return [
    `${kind}  ${quote.start}–${quote.end}`,
    `  “${visible(quote.text.replace(/\s+/g, ' '))}”`,
    ...(prefix === null ? [] : [`  after “${visible(prefix.replace(/\s+/g, ' '))}”`]),
    ...table(
      fields.flatMap(([name, it]) =>
        it === null ? [] : [[`  ${name}`, visible(it.value), originOf(it) + whereOf(towns.get(it.value))]],
      ),
    ),
  ];
}

/** Of a town of the gazetteer what it is called and where it lies. */
function whereOf(town: Place | undefined): string {
  if (town === undefined || !/^geonames-/.test(town.id)) return '';
  return `: ${town.name_en}, ${town.country}, ${town.lat}, ${town.lon}, of GeoNames`;
}

function originOf({ words, from }: Proposed): string {
  if (words === null) return 'by a rule';
  return `“${visible(words.text)}”${from === 'paragraph' ? ', earlier' : ''}`;
}
