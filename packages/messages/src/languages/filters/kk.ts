import type { FilterTexts } from './en.ts';

/** What the filters and the choice of a chart say beside their names, in Kazakh. */
export const kkFilters: FilterTexts = {
  more: 'Тағы',
  moreCharts: 'Басқа графиктер',
  automatic: 'автоматты: {step}',
  inRegion: 'құрамында: {region}',
  chooseFound: { other: 'Табылған {n} жердің бәрін таңдау' },
  tooManyFound: 'Мұнша жер сілтемеге сыймайды: облыстарды таңдаңыз немесе іздеуді нақтылаңыз.',
  shownPlaces: '{all} жердің {shown} жері көрсетілген. Қалғандарын табу үшін атауын теріңіз.',
  overview: 'Барлық мерзімдегі жазбалар',
  overviewHint: 'Бағандардың үстімен сүйреңіз немесе мерзімнің екі шетін бағыттауыш пернелермен жылжытыңыз.',
  begin: 'Мерзімнің басы',
  end: 'Мерзімнің соңы',
  parts: { day: 'күн', month: 'ай', year: 'жыл' },
  partSigns: { day: 'кк', month: 'аа', year: 'жжжж' },
  emptyPart: 'бос',
  severalPlaces: 'бірнеше жер қажет',
  unsuited: '«{chart}» графигін {stated} бойынша салу мүмкін емес. Ол {used} бойынша салынды.',
  fewPlaces: '«{chart}» графигі жерлерді салыстырады, ал мұнда біреу ғана. «{other}» көбірек айтады.',
};
