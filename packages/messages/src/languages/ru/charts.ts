import type { ChartTexts } from '../en/charts.ts';

/** What each chart type is called, in Russian. */
export const charts: ChartTexts = {
  bar: { name: 'По городам', byRegion: 'По регионам', description: 'Столбцы по городам' },
  line: { name: 'По времени', description: 'Столбцы по времени' },
  stacked: {
    name: 'С накоплением по городам',
    byRegion: 'С накоплением по регионам',
    description: 'Столбцы по времени с накоплением по городам',
  },
  heatmap: { name: 'Тепловая карта', description: 'Тепловая карта городов и периодов' },
  calendar: { name: 'Календарь', description: 'Календарь по дням' },
  multiples: {
    name: 'По каждому городу',
    byRegion: 'По каждому региону',
    description: 'Небольшие графики по времени, по одному на город',
  },
  compare: { name: 'Сравнение', description: 'Места по времени на одном графике' },
  map: { name: 'Карта', description: 'Круги на карте' },
  funnel: { name: 'Этапы', description: 'От отклонённых заявлений до арестов, этап за этапом' },
};
