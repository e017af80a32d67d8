import type { RestrictionRecord } from '@article21/model';

/** A stretch of a source's text, and the records that it states. */
export interface Segment {
  text: string;
  /** Its place in the whole text, in UTF-16 code units. */
  start: number;
  records: readonly string[];
}

/** A paragraph of a source, in stretches. */
export interface Paragraph {
  start: number;
  segments: readonly Segment[];
}

/** Where a record is stated in a text. */
export interface Passage {
  record: string;
  start: number;
  end: number;
}

/** The passages of a source among records. What is withheld has none. */
export function passagesOf(records: readonly RestrictionRecord[], source: string): Passage[] {
  return records.flatMap((record) =>
    record.evidence.flatMap((it) =>
      it.kind === 'quotation' && it.source === source && it.start !== null && it.end !== null
        ? [{ record: record.id, start: it.start, end: it.end }]
        : [],
    ),
  );
}

/**
 * The records that the same words state as a record, itself among them: passages may share a sentence, overlap, or lie
 * within another. Empty when the record is stated nowhere in them.
 */
export function statedTogether(passages: readonly Passage[], record: string | null): Set<string> {
  const own = passages.filter((passage) => passage.record === record);
  const together = passages.filter(({ start, end }) =>
    own.some((passage) => start < passage.end && passage.start < end),
  );
  return new Set(together.map((passage) => passage.record));
}

/**
 * A text as paragraphs (separated by empty lines), each cut where a passage begins or ends. Passages may overlap and
 * may reach over paragraphs; ones that are empty or lie outside of the text mark nothing.
 */
export function mark(text: string, passages: readonly Passage[]): Paragraph[] {
  const cuts = [...new Set(passages.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return paragraphs(text).map(({ start, end }) => {
    const inner = cuts.filter((cut) => cut > start && cut < end);
    const edges = [start, ...inner, end];
    const segments = edges.slice(0, -1).map((from, i) => {
      const to = edges[i + 1] ?? end;
      const stated = passages.filter((passage) => passage.start <= from && passage.end >= to);
      return {
        text: text.slice(from, to),
        start: from,
        records: [...new Set(stated.map((it) => it.record))],
      };
    });
    return { start, segments };
  });
}

function paragraphs(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/\S(?:(?!\n[^\S\n]*\n)[\s\S])*/g)) {
    const end = match.index + match[0].trimEnd().length;
    found.push({ start: match.index, end });
  }
  return found;
}
