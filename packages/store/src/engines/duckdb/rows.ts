import { type Evidence, type RestrictionRecord, translationsOf } from '@article21/model';

const NOTES = translationsOf('note');

/** A row of the record columns as the JSON of its record. DuckDB writes it, so that one parse reads it whole. */
export const RECORD_JSON = `to_json({
  'id': id, 'kind': kind, 'place': place, 'date': "date",
  'charted': {'from': from_day, 'to': to_day, 'day': assembly_day, 'by': charted_by, 'approximate': charted_approximate},
  'assembly': assembly, 'phase': phase,
  'count': ${quantity('count', '\'notation\': "count", ')},
  'amount': ${quantity('amount', "'notation': amount, 'currency': amount_currency, ", `, 'cents': ${quantity('amount_cents', '')}, 'rates': coalesce(amount_rates, [])`)},
  'days': ${quantity('days', "'notation': days, ")},
  'basis': basis, 'note': note, ${NOTES.map((name) => `'${name}': ${name}`).join(', ')}, 'attributes': attributes, 'evidence': evidence
})::VARCHAR`;

/** The record of such a JSON. */
export function readRecord(json: unknown): RestrictionRecord {
  const record = JSON.parse(String(json)) as RestrictionRecord;
  // A language that a note is not written in is absent, and so is what is not stated; a column of a file can only be null.
  for (const name of NOTES) if ((record[name] ?? null) === null) delete record[name];
  if ((record.attributes ?? null) === null) delete record.attributes;
  return { ...record, evidence: record.evidence.map((it) => readEvidence(it as unknown as AnyEvidence)) };
}

/** The fields of every kind of evidence together; `kind` is null in files written before there was any but quotations. */
type AnyEvidence = { kind: Evidence['kind'] | null } & Omit<
  Extract<Evidence, { kind: 'quotation' }>,
  'kind'
> &
  Omit<Extract<Evidence, { kind: 'row' }>, 'kind' | 'columns'> & { columns: string[] | null } & Omit<
    Extract<Evidence, { kind: 'link' }>,
    'kind'
  >;

function readEvidence(it: AnyEvidence): Evidence {
  const { kind, source, stated } = it;
  if (kind === 'row')
    return { kind, source, row: it.row, columns: it.columns ?? [], stated, table: it.table };
  if (kind === 'link') return { kind, source, url: it.url, accessed: it.accessed, archive: it.archive };
  const { quote, prefix, suffix, start, end } = it;
  return { kind: 'quotation', source, quote, stated, prefix, suffix, start, end };
}

function quantity(name: string, before: string, after = ''): string {
  return `CASE WHEN ${name}_low IS NULL THEN NULL ELSE {${before}'low': ${name}_low, 'high': ${name}_high,
    'approximate': ${name}_approximate, 'unnumbered': ${name}_unnumbered${after}} END`;
}
