import type {
  Basis,
  Cells,
  Day,
  EvidenceFilter,
  Kind,
  MeasureId,
  PhaseFilter,
  RestrictionRecord,
  Step,
  Vocabulary,
} from '@article21/model';

/** The engines there are; the one that wrote a file of records reads it again. */
export type EngineId = 'memory' | 'duckdb' | 'postgres';

/**
 * What an engine must do: take records in, keep them in one file, group them into cells, and find them again.
 * It groups once, when a snapshot is made; no reader's chart waits for it.
 */
export interface Engine {
  readonly id: EngineId;
  /** Whose file of records it writes: this engine reads it too, and stands in the manifest. Its own where it is not given. */
  readonly fileEngine?: EngineId;
  /** The name of its file of records within a snapshot: `records.parquet`. */
  readonly recordsFile: string;
  /** Whether a table that was opened reads its file again, which then must stay as it is until the table is closed. */
  readonly readsAgain: boolean;
  /**
   * Takes in a stream of records, to be counted by the measures of a vocabulary: any will do for a table that is but
   * saved. Disk space it needs is used in `workDir`. Throws when two share an id.
   */
  load(records: AsyncIterable<RestrictionRecord>, workDir: string, vocabulary: Vocabulary): Promise<Table>;
  /** Opens a file that `save` wrote. Throws when it is damaged or another format. */
  open(file: string, vocabulary: Vocabulary): Promise<Table>;
  /** The records that it still holds of a file of this SHA-256, which need not be read then; null where it does not. */
  kept?(sha256: string, vocabulary: Vocabulary): Promise<Table | null>;
}

/** The records of an open table. */
export interface Table {
  /** The number of records. */
  size(): Promise<number>;
  /**
   * Every record grouped into cells, ordered by measure, place, from, to, day, phase, basis, combination. `places` are those of all
   * records, also of those that no measure counts, sorted by id.
   */
  cells(): Promise<Cells>;
  /** The records of a filter, ordered by the day they are drawn on or begin (open starts first), then by id. */
  page(filter: RecordFilter): Promise<RecordPage>;
  /** One record; null when there is none of this id. */
  record(id: string): Promise<RestrictionRecord | null>;
  /** Writes all records to a file that `open` reads. */
  save(file: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Which records: the same question as a chart query's, places already expanded to what lies in them. The records of a
 * filter are those behind the counts of that query, so their number equals the total's `records` for one measure.
 */
export interface RecordFilter {
  /** Records that one of these measures counts; null for every kind, also those that no measure counts. */
  measures: readonly MeasureId[] | null;
  kinds: readonly Kind[] | null;
  /** Ids of the places themselves, without what lies in them; null for everywhere. */
  places: readonly string[] | null;
  /** What the sources leave possible lies wholly within these days; null is open. */
  from: Day | null;
  to: Day | null;
  /** Drawn in these days, both included: on the assembly's day where no source states one. Null for wherever. */
  bucket: { from: Day; to: Day } | null;
  /** Empty for every phase. */
  phases: readonly PhaseFilter[];
  basis: Basis;
  /** Only records with a quotation; null for any. */
  evidence: EvidenceFilter | null;
  /** Only those that have one of the asked values of each attribute that is named, as in a query. Empty for any. */
  attribute: readonly string[];
  /** Only those that overlap the days and are drawn in no single bucket of this step, or reach out of the days. */
  undated: Step | null;
  /** The `next` of the page before. Throws `invalid cursor` when it is not one. */
  cursor: string | null;
  /** 1 to 5,000. */
  limit: number;
}

export interface RecordPage {
  records: RestrictionRecord[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}
