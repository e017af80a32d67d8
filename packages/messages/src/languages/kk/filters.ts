import type { FilterTexts } from '../en/filters.ts';

/** What the filters and the choice of a chart say beside their names, in Kazakh. */
export const filters: FilterTexts = {
  more: 'Басқа сүзгілер',
  moreCharts: 'Басқа графиктер',
  automatic: 'автоматты: {step}',
  inRegion: '{region} құрамында',
  chooseFound: { other: 'Табылған {n} орынның бәрін таңдау' },
  tooManyFound: 'Мұнша орын сілтемеге сыймайды: облыстарды таңдаңыз немесе іздеуді нақтылаңыз.',
  shownPlaces: '{all} орынның {shown} орны көрсетілген. Қалғандарын табу үшін атауын теріңіз.',
  overview: 'Барлық мерзімдегі жазбалар',
  overviewHint: 'Бағандардың үстімен сүйреңіз немесе мерзімнің екі шетін бағыттауыш пернелермен жылжытыңыз.',
  begin: 'Мерзімнің басы',
  end: 'Мерзімнің соңы',
  parts: { day: 'күн', month: 'ай', year: 'жыл' },
  partSigns: { day: 'кк', month: 'аа', year: 'жжжж' },
  emptyPart: 'бос',
  severalPlaces: 'бірнеше орын қажет',
  unsuited: '«{chart}» графигі тек {used} салынады.',
  addUpRegions: 'Әр өңірдің орындарын қосу',
  tellPhases: 'Жиналысқа дейін, кезінде және кейін бөлек көрсету',
  scale: {
    title: 'Шағын графиктердің шкаласы',
    automatic: 'автоматты: көбі онда жайпақ болмаса, барлығына бір шкала',
    shared: 'барлығына бір шкала',
    own: 'әрқайсысына өз шкаласы',
  },
  grouping: {
    total: 'жалпы сан бойынша',
    place: 'орын бойынша',
    region: 'өңірлер бойынша',
    phase: 'жиналыс кезеңдері бойынша',
    period: 'уақыт бойынша',
    both: {
      place: 'орын мен уақыт бойынша',
      region: 'өңірлер мен уақыт бойынша',
      phase: 'жиналыс кезеңдері мен уақыт бойынша',
    },
  },
  fewPlaces: '«{chart}» графигі орындарды салыстырады, ал мұнда біреу ғана. «{other}» көбірек айтады.',
};
