import { type Estimate, parseQuantity } from '@article21/model';

/** A way to write a quantity, as the model reads it. */
export interface Written {
  notation: string;
  estimate: Estimate;
}

const notations = ['12', '~10', '30-40', '~30-40', '2+', '~20+', '?', '10 & ?'] as const;

/** Every form of the notation with what it means. Throws when the model reads one no more: then the page is wrong. */
export function writtenQuantities(): Written[] {
  return notations.map((notation) => {
    const parsed = parseQuantity(notation);
    if (!parsed.ok) throw new Error(`unreadable quantity: ${notation} (${parsed.hint})`);
    return { notation, estimate: parsed.value };
  });
}
