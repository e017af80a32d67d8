import type { AttributeTexts } from '../attribute-texts.ts';

/** Of attributes that a dataset declares, in Kazakh. */
export const attributes: AttributeTexts = {
  title: 'Осы деректердегі жазбалардың белгілері',
  lead: 'Олар бойынша жазбалар іріктеледі, бірақ қосылмайды. Дереккөздер көрсетпегені — өз алдына бір мән.',
  any: 'Кез келген мән',
  unstated: 'көрсетілмеген',
  headline: ', {list}',
  filtered: '{attribute}: {values}',
  value: '«{value}»',
  moreValues: { other: '{list} және тағы {n} мән (таңдама {choice})' },
  unattributed: 'осында жатуы мүмкін ({attributes} көрсетілмеген): {count}',
  empty: 'Бірде-бір жазбада таңдалғаны көрсетілмеген.',
};
