import { z } from 'zod';
import { type DeclaredAttribute, declaredAttributeSchema, MOST_ATTRIBUTES } from './attribute.ts';
import { declaredIdSchema } from './id.ts';
import { type Translations, textsOf, translated } from './local-text.ts';
import { freeColours, type MeasureId, measureIds, measures } from './measures/index.ts';
import { type Measure, type MeasureColour, quantities } from './measures/measure.ts';
import { kinds } from './record.ts';

/** As many measures as there are colours that differ from each other. */
export const MOST_DECLARED_MEASURES = 11;

/** A kind of records that a dataset declares beside those of every dataset. Its texts are in one language or several. */
export const declaredKindSchema = z.strictObject({
  id: declaredIdSchema,
  ...translated('label'),
  ...translated('definition'),
});

/**
 * What a dataset counts beside what every dataset counts: one quantity of the records of one kind. Its texts are in one
 * language or several.
 */
export const declaredMeasureSchema = z.strictObject({
  id: declaredIdSchema,
  kind: declaredIdSchema,
  quantity: z.enum(quantities),
  ...translated('label'),
  ...translated('definition'),
  ...translated('unit'),
  ...translated('caveat'),
});

export type DeclaredKind = z.infer<typeof declaredKindSchema>;
export type DeclaredMeasure = z.infer<typeof declaredMeasureSchema>;

/** What a dataset declares of its own. */
export const declaredSchema = z.strictObject({
  kinds: z.array(declaredKindSchema),
  measures: z.array(declaredMeasureSchema),
  attributes: z.array(declaredAttributeSchema).max(MOST_ATTRIBUTES).optional(),
});
export type Declared = z.infer<typeof declaredSchema>;

/**
 * The kinds and measures of a dataset: those of every dataset, and after them those that it declares; and its attributes.
 * Whoever asks which measures there are asks the vocabulary of the snapshot. Plain data, so that it can be handed to another
 * thread.
 */
export interface Vocabulary {
  declared: Declared;
  kinds: readonly string[];
  /** In the order in which charts and tables show them. */
  measures: readonly Measure[];
  measureIds: readonly MeasureId[];
  attributes: readonly DeclaredAttribute[];
}

/** The vocabulary of a dataset that declares nothing. */
export const usualVocabulary: Vocabulary = {
  declared: { kinds: [], measures: [] },
  kinds,
  measures,
  measureIds,
  attributes: [],
};

/** The vocabulary of a dataset, which may declare nothing. */
export function createVocabulary(declared?: Declared): Vocabulary {
  if (!declared) return usualVocabulary;
  const { attributes = [] } = declared;
  if (declared.kinds.length + declared.measures.length + attributes.length === 0) return usualVocabulary;
  const all = [...measures, ...declared.measures.map(measureFrom)];
  return {
    declared,
    kinds: [...kinds, ...declared.kinds.map(({ id }) => id)],
    measures: all,
    measureIds: all.map(({ id }) => id),
    attributes,
  };
}

/** The measure of an id. Throws on an unknown one: ids from outside are checked by the query's schema. */
export function measure(
  id: MeasureId,
  { measures, measureIds }: Pick<Vocabulary, 'measures' | 'measureIds'>,
): Measure {
  const found = measures.find((it) => it.id === id);
  if (!found) throw new Error(`unknown measure: ${id} (known: ${measureIds.join(', ')})`);
  return found;
}

function measureFrom(declared: DeclaredMeasure, index: number): Measure {
  const { id, kind, quantity } = declared;
  const scale = quantity === 'amount' ? 100 : 1;
  return { id, kind, quantity, unit: unitOf(declared), scale, colour: colourAt(index) };
}

/** Programs read one name of a unit, whatever the language of who reads the rest. */
function unitOf({ quantity, ...stated }: Pick<DeclaredMeasure, 'quantity'> & Translations<'unit'>): string {
  if (quantity === 'amount') return 'EUR';
  const [unit] = textsOf(stated, 'unit');
  if (unit !== undefined) return unit;
  return quantity === 'records' ? 'reports' : quantity === 'days' ? 'days' : 'people';
}

/**
 * The colours that no measure of every dataset has come first, and then theirs, from the last to the first: measures that
 * are declared always differ from each other, and the first of them from all others.
 */
function colourAt(index: number): MeasureColour {
  const others = measures.filter(({ kind }) => kind !== null).map(({ colour }) => colour);
  const colours = [...freeColours, ...others.reverse()];
  const colour = colours[index];
  if (colour === undefined)
    throw new Error(`no colour for measure ${index + 1} (there are ${colours.length})`);
  return colour;
}
