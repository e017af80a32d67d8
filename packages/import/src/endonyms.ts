/** A town that GeoNames names in English: its country, that name, and what the people who live there, or in Russian, call it. */
type Endonyms = readonly [country: string, geonames: string, ...names: string[]];

/** Those for which no letters tell the two apart: `Москва` is not near `Moscow`. */
export const endonyms: readonly Endonyms[] = [
  ['RU', 'Moscow', 'Москва', 'Moskva', 'Moskau', 'Мәскеу'],
  ['RU', 'Saint Petersburg', 'Санкт-Петербург', 'Петербург', 'СПб'],
  ['UA', 'Kyiv', 'Київ', 'Киев', 'Kiev', 'Kiew'],
  ['BY', 'Mahilyow', 'Могилёв', 'Могилев', 'Магілёў'],
  ['BY', 'Hrodna', 'Гродно', 'Гродна'],
  ['BY', "Homyel'", 'Гомель'],
  ['AM', 'Yerevan', 'Ереван', 'Երևան'],
  ['DE', 'Munich', 'München', 'Мюнхен'],
  ['DE', 'Köln', 'Cologne', 'Кёльн', 'Кельн'],
  ['DE', 'Frankfurt am Main', 'Frankfurt/Main', 'Frankfurt a. M.', 'Франкфурт-на-Майне'],
  ['AT', 'Vienna', 'Wien', 'Вена'],
  ['CH', 'Genève', 'Geneva', 'Genf', 'Женева'],
  ['CZ', 'Prague', 'Praha', 'Prag', 'Прага'],
  ['PL', 'Warsaw', 'Warszawa', 'Warschau', 'Варшава'],
  ['IT', 'Rome', 'Roma', 'Rom', 'Рим'],
  ['IT', 'Milan', 'Milano', 'Mailand', 'Милан'],
  ['IT', 'Turin', 'Torino', 'Турин'],
  ['IT', 'Florence', 'Firenze', 'Florenz', 'Флоренция'],
  ['IT', 'Naples', 'Napoli', 'Neapel', 'Неаполь'],
  ['IT', 'Venice', 'Venezia', 'Venedig', 'Венеция'],
  ['PT', 'Lisbon', 'Lisboa', 'Lissabon', 'Лиссабон'],
  ['DK', 'Copenhagen', 'København', 'Kopenhagen', 'Копенгаген'],
  ['GR', 'Athens', 'Αθήνα', 'Athen', 'Афины'],
  ['RS', 'Belgrade', 'Београд', 'Beograd', 'Белград'],
  ['RO', 'Bucharest', 'București', 'Bukarest', 'Бухарест'],
  ['BE', 'Brussels', 'Bruxelles', 'Brussel', 'Brüssel', 'Брюссель'],
];
