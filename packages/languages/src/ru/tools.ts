import type { ToolTexts } from '../en/tools.ts';

/** What one can do with numbers and texts, in Russian. */
export const tools: ToolTexts = {
  copyTable: 'Скопировать таблицу',
  copy: 'Скопировать',
  copied: 'Скопировано.',
  copiedRows: {
    one: 'Скопирована {n} строка.',
    few: 'Скопированы {n} строки.',
    many: 'Скопировано {n} строк.',
    other: 'Скопировано {n} строки.',
  },
  notCopied: 'Браузер не разрешил копирование. Выделите текст или скачайте его.',
  sheetCsv: 'CSV для электронных таблиц',
  showAll: {
    other: 'Показать все строки ({n})',
  },
  shown: 'Показано строк: {shown} из {all}.',
  older: 'Это более старая версия данных ({snapshot}). В текущей может быть сказано иное.',
  otherDataset:
    'Это другой набор данных: «{title}» ({snapshot}). Сейчас на этом сайте представлен набор «{current}».',
  share: 'Поделиться',
  expression: 'Закодировано как',
  rates: 'Курсы валют',
  asEstimate: 'Учтено как',
  countedOn: 'Учтено за',
  assembly: 'Собрание',
  byDay: 'день назван в источнике',
  sortBy: 'Чтобы упорядочить строки, выберите заголовок столбца.',
};
