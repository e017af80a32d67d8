import type { FilterTexts } from '../en/filters.ts';

/** What the filters and the choice of a chart say beside their names, in Russian. */
export const filters: FilterTexts = {
  more: 'Ещё фильтры',
  moreCharts: 'Другие графики',
  automatic: 'автоматически: {step}',
  inRegion: '{region}',
  chooseFound: {
    one: 'Выбрать {n} найденное',
    few: 'Выбрать все {n} найденных',
    many: 'Выбрать все {n} найденных',
    other: 'Выбрать все {n} найденных',
  },
  tooManyFound: 'Столько мест не поместится в ссылку: выберите области или уточните поиск.',
  shownPlaces: 'Показано {shown} из {all}. Введите название, чтобы найти остальные.',
  overview: 'Записи за всё время',
  overviewHint: 'Проведите по столбцам или двигайте концы периода стрелками на клавиатуре.',
  begin: 'Начало периода',
  end: 'Конец периода',
  parts: { day: 'день', month: 'месяц', year: 'год' },
  partSigns: { day: 'дд', month: 'мм', year: 'гггг' },
  emptyPart: 'пусто',
  severalPlaces: 'нужно несколько мест',
  unsuited: 'График «{chart}» строится только {used}.',
  addUpRegions: 'Складывать места каждого региона',
  tellPhases: 'Показывать отдельно до, во время и после собрания',
  scale: {
    title: 'Шкала небольших графиков',
    automatic: 'автоматически: одна для всех, если большинство на ней не плоские',
    shared: 'одна для всех',
    own: 'у каждого своя',
  },
  grouping: {
    total: 'по сумме',
    place: 'по местам',
    region: 'по регионам',
    phase: 'по моменту относительно собрания',
    period: 'по времени',
    both: {
      place: 'по местам и времени',
      region: 'по регионам и времени',
      phase: 'по моменту относительно собрания и времени',
    },
  },
  fewPlaces: 'График «{chart}» сравнивает места, а здесь оно одно. «{other}» скажет больше.',
};
