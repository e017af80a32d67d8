import type { FaultTexts } from '../texts.ts';

const AGAIN = 'файлды оны жасаған бағдарламадан қайта сақтаңыз';
const CONFIRM = 'түзетіңіз, ал бәрі дұрыс болса, оны confirmed бағанында белгілеңіз';

/** What is wrong with a dataset or a file, in Kazakh. */
export const faults = {
  findings: {
    missing_file: { message: 'файл жоқ', hint: 'оны қалтаға салыңыз' },
    unreadable_file: { message: 'файлды оқу мүмкін емес', hint: AGAIN },
    not_utf8: { message: 'әріп UTF-8 ретінде оқылмайды', hint: 'файлды «CSV UTF-8» етіп сақтаңыз' },
    line_too_long: { message: 'жол тым ұзын', hint: 'тырнақша жабылмаған болуы мүмкін' },
    malformed_csv: { message: 'жолдағы тырнақшалар дұрыс қойылмаған', hint: AGAIN },
    unknown_column: { message: 'мұндай баған белгісіз', hint: 'атауын түзетіңіз немесе бағанды жойыңыз' },
    missing_column: { message: 'керекті баған жоқ', hint: 'оны қосыңыз' },
    missing_value: {
      message: '«{column}» өрісі толтырылмаған',
      hint: 'толтырыңыз; ? белгісі — «сан айтылмаған»',
    },
    invalid_value: { message: '«{column}» өрісіндегі мән жарамсыз', hint: 'түзетіңіз' },
    forbidden_text: {
      message: 'мәтінде көрінбейтін немесе тыйым салынған белгі бар',
      hint: 'сол жерді өшіріп, қайта теріңіз',
    },
    duplicate_id: { message: 'мұндай id бар', hint: 'әр жолға өз id-ін беріңіз' },
    unknown_place: { message: 'мұндай орын жоқ', hint: 'оны қосыңыз немесе атауын түзетіңіз' },
    ambiguous_place: { message: 'бірнеше орын осылай аталады', hint: 'керек орынның id-ін жазыңыз' },
    unknown_assembly: { message: 'мұндай жиналыс жоқ', hint: 'оны қосыңыз немесе id-ін түзетіңіз' },
    unknown_source: { message: 'мұндай дереккөз жоқ', hint: 'оны қосыңыз немесе id-ін түзетіңіз' },
    unknown_record: { message: 'мұндай жазба жоқ', hint: 'оны қосыңыз немесе id-ін түзетіңіз' },
    unreadable_quantity: {
      message: '«{column}» өрісі ереже бойынша жазылмаған',
      hint: 'мысалы, 12, ~10, 30-40, 2+ немесе ? деп жазыңыз',
    },
    unreadable_date: {
      message: '«{column}» өрісі күн емес',
      hint: 'мысалы, 2024-06-12 немесе 2024-06 деп жазыңыз',
    },
    no_rate: {
      message: 'бұл валютаның осы күнгі бағамы жоқ',
      hint: 'бағамды көрсетіңіз: валюта бірлігі неше еуро болды және оны қайдан таптыңыз',
    },
    no_evidence: {
      message: 'жазбаның дәлелі жоқ',
      hint: 'дәйексөзді, кесте жолын немесе мекенжайды көрсетіңіз',
    },
    quote_not_found: {
      message: 'дәйексөз дереккөздің мәтінінде жоқ',
      hint: 'оны мәтіннен сөзбе-сөз көшіріңіз',
    },
    quote_ambiguous: {
      message: 'дәйексөз дереккөзде бірнеше рет кездеседі',
      hint: 'көбірек сөз алыңыз немесе алдындағы не артындағы сөздерді көрсетіңіз',
    },
    stated_not_in_quote: {
      message: 'stated сөздері дәйексөзде немесе ұяшықтарда жоқ',
      hint: 'санды атайтын сөздерді сол жерден көшіріңіз',
    },
    unknown_row: { message: 'кестеде мұндай жол жоқ', hint: 'жолдарды тақырыппен бірге санаңыз' },
    number_not_stated: { message: 'жазбаның саны айтылған сөздердің ішінде жоқ', hint: CONFIRM },
    other_year: { message: 'дәйексөзде басқа жыл айтылған', hint: CONFIRM },
    possible_twin: {
      message: 'жазба басқасына ұқсайды',
      hint: `бір оқиға болса, біреуін жойыңыз; ${CONFIRM}`,
    },
    after_created: { message: 'күн деректер жиыны жасалған күннен кейін', hint: CONFIRM },
    unusual_value: { message: 'сан басқалардан қатты ерекшеленеді', hint: CONFIRM },
    similar_name: { message: 'атау басқасымен бірдей дерлік', hint: CONFIRM },
    letters_not_drawn: { message: 'бұл әріптер суреттердің қаріптерінде жоқ', hint: CONFIRM },
  },
  problems: {
    too_large: { message: 'файл тым үлкен', hint: 'бөліңіз немесе CSV UTF-8 етіп сақтаңыз' },
    empty: { message: 'файл бос', hint: AGAIN },
    no_rows: { message: 'кестеде жол жоқ', hint: 'керек парақ сақталғанын тексеріңіз' },
    no_text: {
      message: 'файлдың ішінде мұндай мазмұн жоқ',
      hint: 'кестені «CSV UTF-8» немесе .xlsx, мәтінді TXT немесе DOCX етіп сақтаңыз',
    },
    no_words: { message: 'құжатта сөз жоқ', hint: 'оның мәтінін қойыңыз' },
    only_pictures: {
      message: 'PDF ішінде мәтін жоқ, тек суреттер',
      hint: 'мәтінін танытыңыз немесе керек сөздерді теріңіз',
    },
    locked: { message: 'файл құпиясөзбен жабылған', hint: 'құпиясөзсіз көшірмесін сақтаңыз' },
    damaged: { message: 'файл бүлінген ({detail})', hint: AGAIN },
    inflated: { message: 'ашқанда файл тым үлкен', hint: 'керек парақты бөлек CSV UTF-8 етіп сақтаңыз' },
    too_slow: {
      message: 'оқу {seconds} секундтан ұзаққа созылды',
      hint: 'керек парақты бөлек CSV UTF-8 етіп сақтаңыз',
    },
    too_much_memory: {
      message: 'оқуға {mb} МБ-тан көп жад керек немесе файл бүлінген',
      hint: 'керек парақты бөлек CSV UTF-8 етіп сақтаңыз',
    },
    old_workbook: { message: 'кітап 2007 жылға дейінгі пішімде (.xls)', hint: 'оны .xlsx етіп сақтаңыз' },
    no_sheet: { message: 'кітапта «{sheet}» парағы жоқ', hint: 'мына парақтардың бірін таңдаңыз: {sheets}' },
    no_result: {
      message: 'формуланың нәтижесі жоқ',
      hint: 'формулалар есептелуі үшін кітапты бағдарламада ашып, сақтаңыз',
    },
    cell_too_long: {
      message: '{cell} ұяшығында таңба тым көп, {most} таңбаға дейін оқылады',
      hint: 'одан бұрын тырнақша жабылмаған болуы мүмкін; болмаса, қысқартыңыз',
    },
    row_too_long: {
      message: 'жол тым ұзын, одан әрі ештеңе оқылмады',
      hint: 'сол жолда немесе бұрын тырнақша жабылмаған болуы мүмкін; файлды қайта CSV етіп сақтаңыз',
    },
    broken_quotes: {
      message: 'жолдағы тырнақшалар дұрыс қойылмаған, одан әрі ештеңе оқылмады',
      hint: 'ұяшықты тырнақшаға алып, өзінікін екі еселеңіз; CSV етіп сақтау осылай жасайды',
    },
    too_many_columns: { message: 'өріс атаулары тым көп', hint: 'объектілерге бірдей атаулар беріңіз' },
    not_json: { message: 'бұл JSON емес ({detail})', hint: AGAIN },
    no_list: { message: 'файлда объектілер тізімі жоқ', hint: '[ { "баған": "ұяшық" } ] деп жазыңыз' },
    no_object: { message: 'бұл жол JSON объектісі емес', hint: 'әр жолға бір объект жазыңыз' },
    package_file: { message: 'Data Package {path} файлын атайды, ал ол жоқ', hint: 'оны сол жерге салыңыз' },
    package_manifest: { message: 'ZIP ішінде datapackage.json жоқ', hint: 'ашып, кестенің өзін алыңыз' },
    package_kind: { message: '{path} кестесінің түрі оқылмайды', hint: 'оны CSV етіп сақтаңыз' },
    package_table: { message: 'Data Package ішінде мұндай кесте жоқ', hint: 'біреуін атаңыз: {tables}' },
    package_path: { message: '{path} жолы Data Package шегінен шығады', hint: 'кестенің өзін алыңыз' },
    package_encoding: {
      message: 'Data Package жоқ кодтауды атайды: «{stated}»',
      hint: '"encoding" жазуын алып тастаңыз, ол өзі анықталады, немесе utf-8 деп жазыңыз',
    },
    package_separator: {
      message: 'Data Package ұяшықтарды бөле алмайтын айырғышты атайды: «{stated}»',
      hint: '"delimiter" жазуын алып тастаңыз, ол өзі анықталады, немесе «,» деп жазыңыз',
    },
  },
} satisfies FaultTexts;
