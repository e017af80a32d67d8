const LONGEST = 300;

/**
 * What a column of a record held, as its coder wrote it: quantities in their notation, evidence by its quotations, the
 * charted days by their ends. Null where it held nothing.
 */
export function valueText(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(' | ') || null;
  if (typeof value !== 'object') return String(value);
  const { notation, source, quote, from, to } = value as Readonly<Record<string, unknown>>;
  if (typeof notation === 'string') return notation;
  if (typeof source === 'string') return typeof quote === 'string' ? `${source}: “${quote}”` : source;
  if (from !== undefined && to !== undefined)
    return from === to && from !== null ? String(from) : `${from ?? '..'}/${to ?? '..'}`;
  return JSON.stringify(value);
}
