import type { AttributeTexts } from '../attribute-texts.ts';

/** Of attributes that a dataset declares, in Russian. */
export const attributes: AttributeTexts = {
  title: 'Признаки записей в этих данных',
  lead: 'По ним отбирают записи, но их не складывают. То, чего источники не указывают, — отдельное значение.',
  any: 'Любое значение',
  unstated: 'не указано',
  headline: ', {list}',
  filtered: '{attribute}: {values}',
  value: '«{value}»',
  moreValues: {
    one: '{list} и ещё {n} значение (подборка {choice})',
    few: '{list} и ещё {n} значения (подборка {choice})',
    many: '{list} и ещё {n} значений (подборка {choice})',
    other: '{list} и ещё {n} значения (подборка {choice})',
  },
  unattributed: 'сюда, возможно, относится ({attributes} — не указано): {count}',
  empty: 'Ни одна запись не содержит того, что выбрано.',
};
