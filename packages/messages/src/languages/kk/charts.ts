import type { ChartTexts } from '../en/charts.ts';

/** What each chart type is called, in Kazakh. */
export const charts: ChartTexts = {
  bar: { name: 'Қалалар бойынша', byRegion: 'Өңірлер бойынша', description: 'Қалалар бойынша бағандар' },
  line: { name: 'Уақыт бойынша', description: 'Уақыт бойынша бағандар' },
  stacked: {
    name: 'Қалалардан құралған',
    byRegion: 'Өңірлерден құралған',
    description: 'Қалалардан құралған бағандар, уақыт бойынша',
  },
  heatmap: { name: 'Жылу картасы', description: 'Қалалар мен мерзімдердің жылу картасы' },
  calendar: { name: 'Күнтізбе', description: 'Күндер күнтізбесі' },
  multiples: {
    name: 'Әр қала бөлек',
    byRegion: 'Әр өңір бөлек',
    description: 'Уақыт бойынша шағын графиктер, әр қалаға біреуден',
  },
  compare: { name: 'Салыстыру', description: 'Орындар уақыт бойынша бір графикте' },
  map: { name: 'Карта', description: 'Картадағы дөңгелектер' },
  funnel: {
    name: 'Сатылар',
    description: 'Қанағаттандырылмаған өтініштерден қамаққа алуға дейін, саты-сатымен',
  },
};
