import type { FaultTexts } from '../texts.ts';

const AGAIN = 'сохраните файл ещё раз из программы, в которой он сделан';
const CONFIRM = 'исправьте, а если всё верно, отметьте это в столбце confirmed';

/** What is wrong with a dataset or a file, in Russian. */
export const faults = {
  findings: {
    missing_file: { message: 'файла нет', hint: 'положите его в папку' },
    unreadable_file: { message: 'файл нельзя прочитать', hint: AGAIN },
    not_utf8: { message: 'буква не читается как UTF-8', hint: 'сохраните файл как «CSV UTF-8»' },
    line_too_long: { message: 'строка слишком длинная', hint: 'возможно, не закрыта кавычка' },
    malformed_csv: { message: 'кавычки в строке расставлены неверно', hint: AGAIN },
    unknown_column: { message: 'такой столбец неизвестен', hint: 'исправьте его название или удалите его' },
    missing_column: { message: 'нет нужного столбца', hint: 'добавьте его' },
    missing_value: {
      message: 'поле «{column}» не заполнено',
      hint: 'заполните его; знак ? значит «число не названо»',
    },
    invalid_value: { message: 'в поле «{column}» недопустимое значение', hint: 'исправьте его' },
    forbidden_text: {
      message: 'в тексте невидимый или запрещённый знак',
      hint: 'сотрите это место и наберите заново',
    },
    duplicate_id: { message: 'такой id уже есть', hint: 'дайте каждой строке свой id' },
    unknown_place: { message: 'такого места нет', hint: 'добавьте его или исправьте название' },
    ambiguous_place: { message: 'так называются несколько мест', hint: 'напишите id нужного места' },
    unknown_assembly: { message: 'такого собрания нет', hint: 'добавьте его или исправьте id' },
    unknown_source: { message: 'такого источника нет', hint: 'добавьте его или исправьте id' },
    unknown_record: { message: 'такой записи нет', hint: 'добавьте её или исправьте id' },
    unreadable_quantity: {
      message: 'поле «{column}» записано не по правилам',
      hint: 'напишите, например, 12, ~10, 30-40, 2+ или ?',
    },
    unreadable_date: {
      message: 'поле «{column}» — не дата',
      hint: 'напишите, например, 2024-06-12 или 2024-06',
    },
    no_rate: {
      message: 'нет курса этой валюты на этот день',
      hint: 'укажите курс: сколько евро стоила единица валюты и где вы это нашли',
    },
    no_evidence: { message: 'у записи нет подтверждения', hint: 'укажите цитату, строку таблицы или адрес' },
    quote_not_found: {
      message: 'цитаты нет в тексте источника',
      hint: 'скопируйте её из текста слово в слово',
    },
    quote_ambiguous: {
      message: 'цитата встречается в источнике несколько раз',
      hint: 'возьмите больше слов или укажите слова до неё и после',
    },
    stated_not_in_quote: {
      message: 'слов из stated нет в цитате или в ячейках',
      hint: 'скопируйте оттуда слова, которые называют число',
    },
    unknown_row: { message: 'такой строки в таблице нет', hint: 'считайте строки вместе с заголовком' },
    number_not_stated: { message: 'числа записи нет среди названных слов', hint: CONFIRM },
    other_year: { message: 'в цитате назван другой год', hint: CONFIRM },
    possible_twin: {
      message: 'запись похожа на другую',
      hint: `если это одно событие, удалите одну из них; ${CONFIRM}`,
    },
    after_created: { message: 'день позже того, когда сделан набор данных', hint: CONFIRM },
    unusual_value: { message: 'число очень отличается от остальных', hint: CONFIRM },
    similar_name: { message: 'название почти совпадает с другим', hint: CONFIRM },
    letters_not_drawn: { message: 'этих букв нет в шрифтах картинок', hint: CONFIRM },
  },
  problems: {
    too_large: { message: 'файл слишком большой', hint: 'разделите его или сохраните как CSV UTF-8' },
    empty: { message: 'файл пуст', hint: AGAIN },
    no_rows: { message: 'в таблице нет строк', hint: 'проверьте, тот ли лист сохранён' },
    no_text: {
      message: 'это не файл с таким содержимым',
      hint: 'сохраните таблицу как «CSV UTF-8» или .xlsx, текст — как TXT или DOCX',
    },
    no_words: { message: 'в документе нет слов', hint: 'вставьте его текст' },
    only_pictures: {
      message: 'в PDF нет текста, только изображения',
      hint: 'распознайте текст или наберите нужные слова',
    },
    locked: { message: 'файл защищён паролем', hint: 'сохраните копию без пароля' },
    damaged: { message: 'файл повреждён ({detail})', hint: AGAIN },
    inflated: {
      message: 'в распакованном виде файл слишком большой',
      hint: 'сохраните нужный лист отдельно как CSV UTF-8',
    },
    too_slow: {
      message: 'чтение заняло больше {seconds} секунд',
      hint: 'сохраните нужный лист отдельно как CSV UTF-8',
    },
    too_much_memory: {
      message: 'чтению нужно больше {mb} МБ памяти, или файл повреждён',
      hint: 'сохраните нужный лист отдельно как CSV UTF-8',
    },
    old_workbook: { message: 'книга в формате до 2007 года (.xls)', hint: 'сохраните её как .xlsx' },
    no_sheet: { message: 'в книге нет листа «{sheet}»', hint: 'выберите один из листов: {sheets}' },
    no_result: {
      message: 'у формулы нет результата',
      hint: 'откройте книгу в программе и сохраните её, чтобы формулы были вычислены',
    },
    cell_too_long: {
      message: 'в ячейке {cell} слишком много знаков, читается не больше {most}',
      hint: 'возможно, раньше не закрыта кавычка; иначе сократите её',
    },
    row_too_long: {
      message: 'строка слишком длинная, дальше ничего не прочитано',
      hint: 'возможно, в ней или раньше не закрыта кавычка; сохраните файл как CSV ещё раз',
    },
    broken_quotes: {
      message: 'кавычки в строке расставлены неверно, дальше ничего не прочитано',
      hint: 'возьмите ячейку в кавычки, а её собственные удвойте; так делает сохранение как CSV',
    },
    too_many_columns: {
      message: 'слишком много разных названий полей',
      hint: 'дайте объектам одинаковые названия',
    },
    not_json: { message: 'это не JSON ({detail})', hint: AGAIN },
    no_list: { message: 'в файле нет списка объектов', hint: 'напишите [ { "столбец": "ячейка" } ]' },
    no_object: { message: 'эта строка — не объект JSON', hint: 'пишите один объект в каждой строке' },
    package_file: { message: 'Data Package называет файл {path}, а его нет', hint: 'положите его туда' },
    package_manifest: {
      message: 'в ZIP нет datapackage.json',
      hint: 'распакуйте его и возьмите саму таблицу',
    },
    package_kind: { message: 'таблица {path} такого вида не читается', hint: 'сохраните её как CSV' },
    package_table: { message: 'в Data Package нет такой таблицы', hint: 'назовите одну из них: {tables}' },
    package_path: { message: 'путь {path} выходит за пределы Data Package', hint: 'возьмите саму таблицу' },
    package_encoding: {
      message: 'Data Package называет кодировку, которой нет: «{stated}»',
      hint: 'уберите "encoding", и она будет определена, или напишите utf-8',
    },
    package_separator: {
      message: 'Data Package называет разделитель, которым нельзя разделить ячейки: «{stated}»',
      hint: 'уберите "delimiter", и он будет определён, или напишите «,»',
    },
  },
} satisfies FaultTexts;
