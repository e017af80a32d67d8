import type { Day } from '@article21/model';
import type { FileTally, IssueLog } from '../issue-log.ts';
import { createPlaceNames } from '../place-names.ts';
import type { References } from '../references.ts';
import type { TableFile } from '../table.ts';
import { createTextNumbers } from '../text-numbers.ts';
import { readAssemblies } from './assemblies.ts';
import { type EvidenceIndex, readEvidence } from './evidence.ts';
import type { Tables } from './open.ts';
import { type Places, readPlaces } from './places.ts';
import { noRates, readRates } from './rates.ts';
import type { Known } from './records.ts';
import { type ReadSource, readSources } from './sources.ts';
import { readVocabulary } from './vocabulary.ts';

/** All that records refer to. */
export interface Referred extends Omit<Known, 'sensitive'> {
  sources: References<ReadSource>;
}

/**
 * Reads every table but the records. One that is absent and should not be leaves nothing to refer to, silently.
 * `created` is the day the dataset was made, null where that is not known.
 */
export async function readReferred(
  tables: Tables,
  folder: string,
  created: Day | null,
  issueLog: IssueLog,
): Promise<Referred> {
  const read = <T>(
    file: TableFile | null,
    absent: T,
    reader: (file: TableFile, tally: FileTally) => Promise<T>,
  ): Promise<T> => (file ? reader(file, issueLog.tally(file.file)) : Promise.resolve(absent));

  const declared = await readVocabulary(tables, issueLog);
  const nothing = { sound: new Map<string, never>(), refused: new Set<string>() };
  const noPlaces: Places = { ...nothing, complete: false, names: createPlaceNames([]) };
  const places = await read(tables.places, noPlaces, (file, tally) => readPlaces(file, issueLog, tally));
  const noSources: References<ReadSource> = { ...nothing, complete: false };
  const sources = await read(tables.sources, noSources, (file, tally) =>
    readSources(file, { folder, own: tables.own }, issueLog, tally),
  );
  const assemblies = await read(
    tables.assemblies,
    { ...nothing, complete: !tables.absent.has('assemblies') },
    (file, tally) => readAssemblies(file, places, issueLog, tally),
  );
  const rates = await read(
    tables.rates,
    { ...noRates, complete: !tables.absent.has('rates') },
    (file, tally) => readRates(file, created, issueLog, tally),
  );
  const evidence = await read(tables.evidence, noEvidence(), (file, tally) =>
    readEvidence(file, sources, issueLog, tally),
  );
  return { created, declared, places, sources, assemblies, rates, evidence };
}

function noEvidence(): EvidenceIndex {
  return {
    take: () => ({ evidence: [], quoted: [], rows: 0 }),
    reportUnused: () => {},
    file: 'evidence.csv',
    ids: createTextNumbers(),
    complete: false,
  };
}
