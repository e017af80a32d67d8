import type { Reading } from '../read-dataset.ts';
import { numberIn, type Plan } from './plan.ts';
import { withheldOf } from './withheld.ts';

/** Something that a policy does not hide: a code with its values, and the sentence in English. */
export interface PolicyDoubt {
  code: 'gaps' | 'idle' | 'only_place' | 'shared_source' | 'remarks';
  values: Readonly<Record<string, string | number>>;
  message: string;
}

/** What a policy does not hide. */
export function policyDoubts(plan: Plan, { places, sources, annotations }: Reading): PolicyDoubt[] {
  const { byRule, moved, hidden, shown, picked, counted } = plan;
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
  // Ids stay, because others cite them: the number that is missing among them tells where a protected record stood.
  const gaps = [...picked].filter((id) => {
    const numbered = numberIn(id);
    return numbered !== null && numbered.number < (counted.get(numbered.stem) ?? 0);
  });
  return [
    ...(gaps.length > 0
      ? [
          doubt(
            'gaps',
            { n: gaps.length, id: gaps[0] ?? '' },
            `the numbers in the ids of the other records leave out ${gaps.length} protected ones (${gaps[0]}): the gaps tell how many there are, and where in the list; give records ids that do not count`,
          ),
        ]
      : []),
    ...idle.map(([rule]) => doubt('idle', { rule }, `rule ${rule} picks no record`)),
    ...alone.map((it) =>
      doubt(
        'only_place',
        it,
        `${it.only} is the only place in ${it.coarse}: saying ${it.coarse} hides nothing; say the country, or list the others`,
      ),
    ),
    ...shared.map(({ id }) => {
      const n = shown.sources.get(id) ?? 0;
      return doubt(
        'shared_source',
        { source: id, n },
        `the words of source ${id} are withheld from ${n} other records too; its title is shown with these`,
      );
    }),
    ...(remarks.length > 0
      ? [
          doubt(
            'remarks',
            { n: remarks.length },
            `annotations.csv has ${remarks.length} remarks of places where protected records are: look whether they name them`,
          ),
        ]
      : []),
  ];
}

function doubt(
  code: PolicyDoubt['code'],
  values: Readonly<Record<string, string | number>>,
  message: string,
): PolicyDoubt {
  return { code, values, message };
}
