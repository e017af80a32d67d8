/** A part of a country that was made of another one after the gazetteer's towns were put into theirs. */
interface Later {
  country: string;
  /** The other one, by GeoNames' code: the gazetteer has its towns there. */
  from: string;
  /** What it is called beside its name. */
  names: readonly string[];
  /** The larger towns that lie in it now, by GeoNames' number. */
  towns: Readonly<Record<string, number>>;
}

/** The regions of Kazakhstan of June 2022, by codes of ours. */
const LATER: Readonly<Record<string, Later>> = {
  abai: {
    country: 'KZ',
    from: '15',
    names: ['Абай', 'Abay'],
    towns: {
      Semey: 1519422,
      Ayagoz: 1525988,
      Georgievka: 1524245,
      Urzhar: 1517721,
      Kurchatov: 1520885,
      Shar: 1519275,
      Zhezkent: 1516590,
      Borodulikha: 1525134,
      Karaul: 1519936,
    },
  },
  jetisu: {
    country: 'KZ',
    from: '01',
    names: ['Жетісу', 'Жетысу', 'Zhetysu', 'Zhetisu'],
    towns: {
      Taldykorgan: 1518542,
      Sarkand: 1519691,
      Zharkent: 1520253,
      Tekeli: 1518296,
      Ushtobe: 1517637,
      Saryozek: 1519580,
      Balpyk: 1522642,
      Lepsy: 1521333,
      Matay: 1521079,
    },
  },
  ulytau: {
    country: 'KZ',
    from: '12',
    names: ['Ұлытау', 'Улытау', 'Ulitau'],
    towns: { Zhezkazgan: 1516589, Karazhal: 1519935, Atasu: 1526041 },
  },
};

function later(country: string, code: string): Later | null {
  const found = LATER[code];
  return found?.country === country ? found : null;
}

/** The codes of a country's parts that were made later. */
export function laterDivisions(country: string): string[] {
  return Object.keys(LATER).filter((code) => later(country, code) !== null);
}

/** What one of them is called besides; of other parts nothing. */
export function laterNames(country: string, code: string): readonly string[] {
  return later(country, code)?.names ?? [];
}

/** Whether a town that the gazetteer has in one part of a country may lie in another: in the same, or in one made of it later. */
export function mayLieIn(country: string, ofTown: string, division: string): boolean {
  return ofTown === division || later(country, division)?.from === ofTown;
}

/**
 * The parts of its country that a town has lain in, the earlier one first. Which of them is right is a question of the day: a
 * statement of 2012 and one of 2023 say it differently.
 */
export function divisionsOfTown(town: { country: string; division: string; geonames: number }): string[] {
  const made = laterDivisions(town.country).filter((code) =>
    Object.values(later(town.country, code)?.towns ?? {}).includes(town.geonames),
  );
  return [town.division, ...made];
}
