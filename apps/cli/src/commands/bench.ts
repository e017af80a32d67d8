import { type Call, type Command, exits } from '../command.ts';
import { misuse } from '../failure.ts';

const DEFAULT_RECORDS = [10_000, 100_000, 1_000_000, 10_000_000];
const DEFAULT_PLACES = [20, 2_000];
const RECORDS = { least: 1, most: 100_000_000 };
/** The questions name some of the first twenty cities. */
const PLACES = { least: 20, most: 10_000 };

export const bench: Command = {
  name: 'bench',
  summary: 'time the cube against DuckDB on synthetic records, and check that they agree',
  parameters: [],
  options: {
    records: { value: '<n,…>', description: `how many records (default: ${DEFAULT_RECORDS.join(',')})` },
    places: { value: '<n,…>', description: `in how many cities (default: ${DEFAULT_PLACES.join(',')})` },
  },
  async run(call) {
    const records = numbers(call, 'records', DEFAULT_RECORDS, RECORDS);
    const places = numbers(call, 'places', DEFAULT_PLACES, PLACES);
    const { measureSize } = await import('../bench/measure.ts');
    const { report } = await import('../bench/report.ts');
    const measured: Awaited<ReturnType<typeof measureSize>>[] = [];
    const sizes = places.flatMap((cities) => records.map((size) => [size, cities] as const));
    for (const [size, cities] of sizes) {
      call.progress.at(
        measured.length,
        sizes.length,
        `${size.toLocaleString('en')} records, ${cities} cities`,
      );
      measured.push(await measureSize(size, cities));
    }
    const lines = measured.flatMap((it) => it.lines);
    const wrong = lines.filter(({ equal }) => !equal);
    return {
      exit: wrong.length > 0 ? exits.failed : exits.done,
      json: lines,
      text: report(measured),
      notes: wrong.map(
        (it) => `the cube and DuckDB disagree: ${it.question}, ${it.records} records, ${it.places} cities`,
      ),
    };
  },
};

function numbers(
  call: Call,
  option: string,
  absent: readonly number[],
  { least, most }: { least: number; most: number },
): readonly number[] {
  const typed = call.value(option);
  if (typed === undefined) return absent;
  return typed.split(',').map((text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw misuse(`--${option} takes whole numbers from ${least} to ${most}, not "${text}"`);
  });
}
