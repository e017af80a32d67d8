import type { search as english } from '../en/search.ts';

/** The search over places, records and sentences, in Kazakh. */
export const search: typeof english = {
  title: 'Іздеу',
  hint: 'Барлық тілдегі орын атауларынан, жазбалардан және ашық дереккөздердің сөйлемдерінен іздейді: барлық сөз кездесуі керек, бас әріп пен диакритика маңызды емес.',
  words: 'Ізделетін сөздер',
  find: 'Іздеу',
  nothing: 'Бұл сөздердің бәрі бірге еш жерде кездеспейді.',
  found: { other: '{n} жазба мен сөйлем' },
  /** Of a very large dataset. */
  unsearched: { other: 'Тағы {n} жазба қаралмады: олар тым көп.' },
  morePlaces: { other: 'және тағы {n} орын: атауының көбірек әрпін жазыңыз' },
  unsearchedSources: { other: '{n} ұзын дереккөзден ізделген жоқ; оларды оқуға болады:' },
  records: 'Жазбалар',
  sentences: 'Дереккөздердің сөйлемдері',
  before: 'Артқа',
  needsScript:
    'JavaScript болмаса, сайттың бұл көшірмесінен іздеуге болмайды; дереккөздерін оқып, браузердің өзімен іздеуге болады:',
};
