/** What each chart type is called, in English: the types that have words here are those that there are. */
export const charts = {
  bar: { name: 'By city', byRegion: 'By region', description: 'Bars by city' },
  line: { name: 'Over time', description: 'Columns over time' },
  stacked: {
    name: 'Stacked by city',
    byRegion: 'Stacked by region',
    description: 'Columns over time, stacked from cities',
  },
  heatmap: { name: 'Heat map', description: 'Heat map of cities and periods' },
  calendar: { name: 'Calendar', description: 'Calendar of days' },
  multiples: {
    name: 'City by city',
    byRegion: 'Region by region',
    description: 'Small charts over time, one for each city',
  },
  compare: { name: 'Compare', description: 'Places over time in one chart' },
  map: { name: 'Map', description: 'Circles on a map' },
  funnel: { name: 'Stages', description: 'From rejected applications to arrests, stage by stage' },
};

/** The id of a chart type, as a query's `chart` names it. */
export type ChartId = keyof typeof charts;

/** The name of a chart type and what it draws; and its name where it has regions in the place of cities. */
type Texts<Id> = { name: string; description: string } & (Id extends 'bar' | 'stacked' | 'multiples'
  ? { byRegion: string }
  : unknown);

export type ChartTexts = { [Id in ChartId]: Texts<Id> };
