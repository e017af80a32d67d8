import type { ChartTexts } from '../en/charts.ts';

/** What each chart type is called, in Russian. */
export const charts: ChartTexts = {
  bar: {
    name: 'По городам',
    description: 'Столбцы по городам',
    region: { name: 'По регионам', description: 'Столбцы по регионам' },
    phase: { name: 'До, во время и после', description: 'Столбцы: до, во время и после собрания' },
  },
  line: { name: 'По времени', description: 'Столбцы по времени' },
  stacked: {
    name: 'С накоплением по городам',
    description: 'Столбцы по времени с накоплением по городам',
    region: {
      name: 'С накоплением по регионам',
      description: 'Столбцы по времени с накоплением по регионам',
    },
    phase: {
      name: 'С накоплением: до, во время и после',
      description: 'Столбцы по времени с накоплением: до, во время и после собрания',
    },
  },
  heatmap: {
    name: 'Тепловая карта',
    description: 'Тепловая карта городов и периодов',
    region: { name: 'Тепловая карта', description: 'Тепловая карта регионов и периодов' },
    phase: {
      name: 'Тепловая карта',
      description: 'Тепловая карта: до, во время и после собрания, по периодам',
    },
  },
  calendar: { name: 'Календарь', description: 'Календарь по дням' },
  multiples: {
    name: 'По каждому городу',
    description: 'Небольшие графики по времени, по одному на город',
    region: {
      name: 'По каждому региону',
      description: 'Небольшие графики по времени, по одному на регион',
    },
    phase: {
      name: 'Отдельно до, во время и после',
      description: 'Небольшие графики по времени: до, во время и после собрания',
    },
  },
  compare: {
    name: 'Сравнение',
    description: 'Места по времени на одном графике',
    region: { name: 'Сравнение', description: 'Регионы по времени на одном графике' },
    phase: { name: 'Сравнение', description: 'До, во время и после собрания по времени на одном графике' },
  },
  map: { name: 'Карта', description: 'Круги на карте' },
  funnel: { name: 'Этапы', description: 'От отклонённых заявлений до арестов, этап за этапом' },
};
