import type { Forms } from '../forms.ts';

/** The words inside pictures, in English. Its shape is the shape that every language has. */
export const drawing = {
  /** Under a title that a link gave to a picture. */
  addedTitle: 'The title was added by a reader and is not part of the source.',
  noNumber: 'No number to show.',
  allPlaces: 'all places',
  synthetic: 'Synthetic data',
  /** What a card or a slide has no room for: the events over an axis of time, measures. */
  unannotated: 'Events with their dates are not drawn, for lack of room.',
  /** Of measures that have fewer places than others, on a later page of them. */
  exhausted: 'All places are on earlier pages: {measures}.',
  undrawn: 'Not drawn, for lack of room: {measures}.',
  withoutName: 'Circles without room for a name: {places}.',
  withoutOutline:
    'The map has no outline of {countries}: places stand where they lie, without land around them.',
  sharedPixels: 'Where several periods share a pixel, the highest of them is drawn; the table has each one.',
  /** Of reports without a number, where “+1” has no room. */
  untold: forms({
    one: '{n} more mark has reports without a number, which the table names',
    other: '{n} more marks have reports without a number, which the table names',
  }),
  moreMarks: forms({ one: '{n} more', other: '{n} more' }),
  /** Of rows that have no room or are not drawn apart, by what they are of; there are never so many phases. */
  others: {
    place: {
      undrawn: forms({
        one: '{n} more place is not drawn: the table has every place, and the filter “Places” draws any that you choose.',
        other:
          '{n} more places are not drawn: the table has every place, and the filter “Places” draws any that you choose.',
      }),
      silent: forms({
        one: '{n} more place without a report is not drawn.',
        other: '{n} more places without a report are not drawn.',
      }),
      range: forms({ one: 'place {range} of {all}', other: 'places {range} of {all}' }),
      together: forms({ one: '{n} more place', other: '{n} more places' }),
      all: forms({ one: '{n} place', other: '{n} places' }),
      undivided: forms({
        other:
          '{n} places together: even the largest are too small to be seen as parts. The filter “Places” draws any that you choose.',
      }),
    },
    region: {
      undrawn: forms({
        one: '{n} more region is not drawn: the table has every region, and the filter “Places” draws any that you choose.',
        other:
          '{n} more regions are not drawn: the table has every region, and the filter “Places” draws any that you choose.',
      }),
      silent: forms({
        one: '{n} more region without a report is not drawn.',
        other: '{n} more regions without a report are not drawn.',
      }),
      range: forms({ one: 'region {range} of {all}', other: 'regions {range} of {all}' }),
      together: forms({ one: '{n} more region', other: '{n} more regions' }),
      all: forms({ one: '{n} region', other: '{n} regions' }),
      undivided: forms({
        other:
          '{n} regions together: even the largest are too small to be seen as parts. The filter “Places” draws any that you choose.',
      }),
    },
  },
  /** What is not certain of a day, as a sign and in words. */
  daySigns: { assemblyDay: '◊', approximateDates: '≈' },
  onAssemblyDay: forms({
    one: '{n} report stands on the day of the assembly',
    other: '{n} reports stand on the day of the assembly',
  }),
  withApproximateDate: forms({
    one: '{n} report has an approximate date',
    other: '{n} reports have an approximate date',
  }),
  notOnMap: 'Not on the map',
  stages: 'Each number stands alone: nobody is followed from stage to stage, and units are never added.',
  source: 'Source: {source}',
  /** Where nothing is counted, or nobody knows who states it. */
  datasetSources: 'Sources of the dataset: {source}',
  /** The columns of the sheet behind a chart on a slide. */
  sheet: {
    labels: 'Where the label stands',
    inWords: 'In words',
    open: 'Up to the most that sources state',
  },
  /** What stands beside a place that has no number; `zero` is a sentence's, a picture has the number and its key. */
  coverageGap: {
    unknown: 'no report',
    unmonitored: 'not monitored, or no report',
    undated: 'only reports without a certain date',
    zero: '0 (monitored, nothing recorded)',
  },
  /** What the signs of a number are called, where there is no room for their sentence. */
  signNames: { hatch: 'up to', atLeast: 'at least', approximate: 'about', badge: 'no number' },
  legend: {
    hatch: 'Hatched: up to the most that sources state',
    band: 'Band above a line: up to the most that sources state',
    open: 'End in thin lines, or ≥: no upper limit known',
    atLeast: '≥: no upper limit known',
    frame: 'Frame: only reports without a number',
    approximate: '≈: sources say “about”',
    ring: 'Small ring: such reports, where “+1” has no room',
    badge: '+1: reports without a number',
    unknown: 'Empty: no record, which is not the number zero',
    zero: '0: monitored, nothing recorded',
    unmonitored: 'Grey hatching: not monitored, or no report',
    zeroDot: 'Dot: monitored, nothing recorded',
    unmonitoredGrey: 'Grey: not monitored, or no report',
    ownScales: 'Each on a scale of its own: heights are not compared between them',
    oneScale: 'All on one scale',
    edge: 'Hatched edge of a cell: more is possible',
    brokenLine: 'A line breaks off where there is no record, which is not the number zero',
    zeroLine: 'Line at 0: monitored, nothing recorded',
    dashed: 'Dashed line: sources say “about”',
    others: 'Grey lines: the others, on the same scale',
    stack: 'Solid: the least that sources state of each part',
    shade: 'Colour: the least that sources state',
    area: 'Area of a circle: the least that sources state',
    shared: 'Circle of several places: their numbers together, where they lie',
    broken: 'Broken ring: no upper limit known',
    assemblyDay: '◊: on the day of the assembly; no source states its own day',
    approximateDates: '≈ by itself: the date is approximate',
    corner: 'Marked corner: a day that is named below',
  },
};

function forms(texts: Forms): Forms {
  return texts;
}
