import type { Forms } from '../forms.ts';

/** What the filters and the choice of a chart say beside their names, in English. */
export const filters = {
  more: 'More filters',
  moreCharts: 'More charts',
  automatic: 'automatic: {step}',
  inRegion: 'in {region}',
  placePages: 'Places of this chart',
  previousPlaces: 'Previous {n}',
  nextPlaces: 'Next {n}',
  notDrawn: 'Places not drawn',
  choosePlaces: 'Choose places',
  chooseFound: { one: 'Choose the {n} found', other: 'Choose all {n} found' } as Forms,
  tooManyFound: 'No link can hold so many: choose regions, or search further.',
  shownPlaces: '{shown} of {all} are shown. Type a name to find the others.',
  overview: 'Records over all dates',
  overviewHint: 'Drag over the columns, or move the two ends with the arrow keys.',
  begin: 'Beginning of the period',
  end: 'End of the period',
  parts: { day: 'day', month: 'month', year: 'year' },
  partSigns: { day: 'dd', month: 'mm', year: 'yyyy' },
  emptyPart: 'empty',
  severalPlaces: 'needs several places',
  unsuited: '“{chart}” is drawn only {used}.',
  mostlyOthers: 'Most of this is of other places than the five largest.',
  addUpRegions: 'Add up the places of each region',
  tellPhases: 'Show before, during and after the assembly apart',
  scale: {
    title: 'Scale of the small charts',
    automatic: 'automatic: one for all, unless most would be flat on it',
    shared: 'one for all',
    own: 'one for each',
  },
  grouping: {
    total: 'as a total',
    place: 'by place',
    region: 'by region',
    phase: 'by phase',
    period: 'over time',
    both: {
      place: 'by place and over time',
      region: 'by region and over time',
      phase: 'by phase and over time',
    },
  },
  fewPlaces: '“{chart}” compares places, and there is only one here. “{other}” says more.',
};

export type FilterTexts = typeof filters;
