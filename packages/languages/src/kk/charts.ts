import type { ChartTexts } from '../en/charts.ts';

/** What each chart type is called, in Kazakh. */
export const charts: ChartTexts = {
  bar: {
    name: 'Қалалар бойынша',
    description: 'Қалалар бойынша бағандар',
    region: { name: 'Өңірлер бойынша', description: 'Өңірлер бойынша бағандар' },
    phase: { name: 'Кезеңдер бойынша', description: 'Жиналыс кезеңдері бойынша бағандар' },
  },
  line: { name: 'Уақыт бойынша', description: 'Уақыт бойынша бағандар' },
  stacked: {
    name: 'Қалалардан құралған',
    description: 'Қалалардан құралған бағандар, уақыт бойынша',
    region: { name: 'Өңірлерден құралған', description: 'Өңірлерден құралған бағандар, уақыт бойынша' },
    phase: {
      name: 'Кезеңдерден құралған',
      description: 'Жиналыс кезеңдерінен құралған бағандар, уақыт бойынша',
    },
  },
  heatmap: {
    name: 'Жылу картасы',
    description: 'Қалалар мен мерзімдердің жылу картасы',
    region: { name: 'Жылу картасы', description: 'Өңірлер мен мерзімдердің жылу картасы' },
    phase: { name: 'Жылу картасы', description: 'Жиналыс кезеңдері мен мерзімдердің жылу картасы' },
  },
  calendar: { name: 'Күнтізбе', description: 'Күндер күнтізбесі' },
  multiples: {
    name: 'Әр қала бөлек',
    description: 'Уақыт бойынша шағын графиктер, әр қалаға біреуден',
    region: { name: 'Әр өңір бөлек', description: 'Уақыт бойынша шағын графиктер, әр өңірге біреуден' },
    phase: {
      name: 'Әр кезең бөлек',
      description: 'Уақыт бойынша шағын графиктер, жиналыстың әр кезеңіне біреуден',
    },
  },
  compare: {
    name: 'Салыстыру',
    description: 'Орындар уақыт бойынша бір графикте',
    region: { name: 'Салыстыру', description: 'Өңірлер уақыт бойынша бір графикте' },
    phase: { name: 'Салыстыру', description: 'Жиналыс кезеңдері уақыт бойынша бір графикте' },
  },
  map: { name: 'Карта', description: 'Картадағы дөңгелектер' },
  funnel: {
    name: 'Сатылар',
    description: 'Қанағаттандырылмаған өтініштерден қамаққа алуға дейін, саты-сатымен',
  },
};
