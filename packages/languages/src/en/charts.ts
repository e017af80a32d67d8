/** What each chart type is called, in English: the types that have words here are those that there are. */
export const charts = {
  bar: {
    name: 'By city',
    description: 'Bars by city',
    region: { name: 'By region', description: 'Bars by region' },
    phase: { name: 'By phase', description: 'Bars by phase of the assembly' },
  },
  line: { name: 'Over time', description: 'Columns over time' },
  stacked: {
    name: 'Stacked by city',
    description: 'Columns over time, stacked from cities',
    region: { name: 'Stacked by region', description: 'Columns over time, stacked from regions' },
    phase: {
      name: 'Stacked by phase',
      description: 'Columns over time, stacked from phases of the assembly',
    },
  },
  heatmap: {
    name: 'Heat map',
    description: 'Heat map of cities and periods',
    region: { name: 'Heat map', description: 'Heat map of regions and periods' },
    phase: { name: 'Heat map', description: 'Heat map of phases and periods' },
  },
  calendar: { name: 'Calendar', description: 'Calendar of days' },
  multiples: {
    name: 'City by city',
    description: 'Small charts over time, one for each city',
    region: { name: 'Region by region', description: 'Small charts over time, one for each region' },
    phase: {
      name: 'Phase by phase',
      description: 'Small charts over time, one for each phase of the assembly',
    },
  },
  compare: {
    name: 'Compare',
    description: 'Places over time in one chart',
    region: { name: 'Compare', description: 'Regions over time in one chart' },
    phase: { name: 'Compare', description: 'Before, during and after the assembly, over time in one chart' },
  },
  map: { name: 'Map', description: 'Circles on a map' },
  funnel: { name: 'Stages', description: 'From rejected applications to arrests, stage by stage' },
};

/** The id of a chart type, as a query's `chart` names it. */
export type ChartId = keyof typeof charts;

/** The name of a chart type and what it draws. */
interface Texts {
  name: string;
  description: string;
}

/** Both, and both again where it has something else in the place of cities. */
export type ChartTexts = {
  [Id in ChartId]: Texts & Record<Exclude<keyof (typeof charts)[Id], keyof Texts>, Texts>;
};
