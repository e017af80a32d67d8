import { type Question, withAnswer, withNewPlace } from '@article21/import';
import { type Mapping, mappingSchema } from '@article21/model/mapping';

/** The names of a question's fields in a form. */
export const chosenField = (at: Question['at']) => `chosen:${JSON.stringify(at)}`;
export const typedField = (at: Question['at']) => `typed:${JSON.stringify(at)}`;
/** Of a question about a place: the kind of a place of one's own, and its country. */
export const kindField = (at: Question['at']) => `kind:${JSON.stringify(at)}`;
export const countryField = (at: Question['at']) => `country:${JSON.stringify(at)}`;

/** Whether a question is about what a cell names as a place; answered by an id, or by a place of one's own. */
export function asksForPlace({ at, value }: Question): boolean {
  return at[0] === 'places' && at[1] === 'names' && value !== null && value !== '';
}

/** Stands in a field for the answer that nothing is stated: empty is also what nobody has answered. */
export const NOTHING = 'nothing';
/** Before an answer that was chosen from those proposed, so that none can be mistaken for `NOTHING`. */
export const ANSWER = '=';

/** An answer that the mapping does not take, and why. */
export interface NotTaken {
  at: Question['at'];
  typed: string;
  why: string;
}

/** A mapping with the answers of a form. What was typed comes before what was chosen. */
export function withAnswers(
  mapping: Mapping,
  questions: readonly Question[],
  form: Readonly<Record<string, string>>,
): { mapping: Mapping; notTaken: NotTaken[] } {
  const notTaken: NotTaken[] = [];
  let answered = mapping;
  for (const question of questions) {
    const { at } = question;
    const kind = form[kindField(at)] ?? '';
    if (asksForPlace(question) && kind !== '') {
      const country = form[countryField(at)] ?? '';
      const made = withNewPlace(answered, question.value ?? '', { kind, country });
      if ('why' in made) notTaken.push({ at, typed: country, why: made.why });
      else answered = made.mapping;
      continue;
    }
    const answer = answerIn(at, form);
    if (answer === null) continue;
    const taken = taking(answered, at, answer);
    if ('why' in taken) notTaken.push({ at, typed: answer, why: taken.why });
    else answered = taken.mapping;
  }
  return { mapping: answered, notTaken };
}

function answerIn(at: Question['at'], form: Readonly<Record<string, string>>): string | null {
  const typed = form[typedField(at)]?.trim() ?? '';
  if (typed !== '') return typed;
  const chosen = form[chosenField(at)] ?? '';
  if (chosen === NOTHING) return '';
  return chosen.startsWith(ANSWER) ? chosen.slice(ANSWER.length) : null;
}

/** Some answers are numbers or yes: a form has texts only, and the schema says which is meant. */
function taking(
  mapping: Mapping,
  at: Question['at'],
  answer: string,
): { mapping: Mapping } | { why: string } {
  const asText = mappingSchema.safeParse(withAnswer(mapping, at, answer));
  if (asText.success) return { mapping: asText.data };
  if (/^(?:\d+|true)$/.test(answer)) {
    const asValue = mappingSchema.safeParse(withAnswer(mapping, at, JSON.parse(answer)));
    if (asValue.success) return { mapping: asValue.data };
  }
  return { why: asText.error.issues[0]?.message ?? '' };
}
