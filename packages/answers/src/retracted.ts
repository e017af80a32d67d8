import type { Retraction, RetractionReason } from '@article21/model';
import { HttpProblem } from './http-problem.ts';

/** For programs; readers of pages are told in their language. */
const reasons: Readonly<Record<RetractionReason, string>> = {
  endangers_person: 'it could endanger a person',
  not_consented: 'a person in it has not consented to its publication, or does not any more',
  court_order: 'a court has ordered it',
  wrong: 'it stated what is wrong',
  other: 'its publisher has withdrawn it',
};

/**
 * What is answered at every address of a snapshot that was retracted. `current`: the snapshot that is served; null where that is
 * not known, `nothing` where none is.
 */
export function retractedProblem(
  { snapshot, reason, at }: Retraction,
  current: string | 'nothing' | null,
): HttpProblem {
  const day = at.slice(0, 'yyyy-mm-dd'.length);
  const message = `snapshot ${snapshot} was retracted on ${day}: ${reasons[reason]}`;
  const elsewhere =
    current === null ? 'leave it out for the current data' : `leave it out for the current data, ${current}`;
  const hint = current === 'nothing' ? 'nothing is served in its place yet: ask again later' : elsewhere;
  return new HttpProblem('retracted', message, [
    { key: 'snapshot', code: reason, stated: snapshot, message, hint, day },
  ]);
}
