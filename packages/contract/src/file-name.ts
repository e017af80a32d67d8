import { type ChartQuery, type Day, type MeasureId, printDay } from '@article21/model';

/** Of a name, without its ending: what any file system takes, and a list of files shows. */
const LONGEST = 100;

/** What a name is made of. */
type NamedQuery = Omit<ChartQuery, 'measure'> & { measure: readonly MeasureId[] | 'all' };

/**
 * What a view is called as a file: `detentions-in-almaty-by-month-2012.csv`. It says what is counted, and each filter that
 * changes a number, in ids, which are lower-case Latin letters, digits and hyphens. `query` is as the chart needs it; its
 * measures are `all` where none was chosen and every record is meant.
 */
export function fileName(query: NamedQuery, ending: string): string {
  const { measure, place, phase, basis, evidence, attribute, page, lang } = query;
  const parts = [
    measure === 'all' ? 'all-measures' : several(measure, 'measures'),
    place.length === 0 ? '' : `in-${several(place, 'places')}`,
    grouping(query),
    period(query),
    phase.join('-or-'),
    basis === 'summary' ? 'summary-figures' : '',
    evidence === null ? '' : 'quoted-only',
    several(
      attribute.map((it) => it.replace(':', '-')),
      'attributes',
    ),
    page === 1 ? '' : `page-${page}`,
    lang === null || lang === 'en' ? '' : lang,
  ];
  const name = parts.filter(Boolean).join('-').replaceAll('_', '-');
  return `${name.slice(0, LONGEST).replace(/-+$/, '')}.${ending}`;
}

/** What a presentation is called: its one view, else how many it has. */
export function presentationName(views: readonly ChartQuery[], ending: string): string {
  const [only, ...others] = views;
  return only && others.length === 0
    ? fileName(only, ending)
    : `presentation-of-${views.length}-views.${ending}`;
}

/** `a`, `a-and-b`, `a-and-3-more-places`. */
function several(ids: readonly string[], what: string): string {
  const [first = '', ...others] = ids;
  if (others.length < 2) return [first, ...others].join('-and-');
  return `${first}-and-${others.length}-more-${what}`;
}

function grouping({ by, every }: NamedQuery): string {
  const groups = by.map((it) => ({ place: 'city', region: 'region', phase: 'phase', period: every })[it]);
  return groups.length === 0 ? '' : `by-${groups.join('-and-')}`;
}

/** `2012`, `2012-04`, `2012-04-28`, `2012-04-28-to-2012-06-03`, `since-2012-04-28`; empty of all dates. */
function period({ from, to }: NamedQuery): string {
  if (from === null) return to === null ? '' : `until-${printDay(to)}`;
  if (to === null) return `since-${printDay(from)}`;
  const [first, last] = [printDay(from), printDay(to)];
  if (first === last) return first;
  if (first.endsWith('-01-01') && last === `${first.slice(0, 4)}-12-31`) return first.slice(0, 4);
  if (first.endsWith('-01') && isLastOfMonth(to) && first.slice(0, 7) === last.slice(0, 7))
    return first.slice(0, 7);
  return `${first}-to-${last}`;
}

function isLastOfMonth(day: Day): boolean {
  return printDay(day + 1).endsWith('-01');
}
