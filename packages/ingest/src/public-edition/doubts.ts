import type { Reading } from '../read-dataset.ts';
import type { Plan } from './plan.ts';
import { withheldOf } from './withheld.ts';

/** What a policy does not hide, one sentence each. */
export function doubtsOf(plan: Plan, { places, sources, annotations }: Reading): string[] {
  const { byRule, moved, hidden, shown } = plan;
  const idle = [...byRule].filter(([, records]) => records === 0);
  const alone = [...moved].flatMap(([coarse, from]) => {
    const inside = places.filter(({ parent }) => parent === coarse).map(({ id }) => id);
    const [only] = inside;
    return inside.length === 1 && only !== undefined && from.has(only) ? [{ coarse, only }] : [];
  });
  const { whole } = withheldOf(plan);
  const shared = sources.filter(({ id }) => whole.has(id) && shown.sources.has(id));
  const remarks = annotations.filter(
    ({ place, source }) => place !== null && hidden.places.has(place) && !hidden.sources.has(source ?? ''),
  );
  return [
    ...idle.map(([id]) => `rule ${id} picks no record`),
    ...alone.map(
      ({ coarse, only }) =>
        `${only} is the only place in ${coarse}: saying ${coarse} hides nothing; say the country, or list the others`,
    ),
    ...shared.map(
      ({ id }) =>
        `the words of source ${id} are withheld from ${shown.sources.get(id)} other records too; its title is shown with these`,
    ),
    ...(remarks.length > 0
      ? [
          `annotations.csv has ${remarks.length} remarks of places where protected records are: look whether they name them`,
        ]
      : []),
  ];
}
