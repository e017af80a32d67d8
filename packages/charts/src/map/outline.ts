/** The border of a country, to be drawn behind a map's points. */
export interface Outline {
  /** Closed rings of longitude and latitude, in WGS 84 degrees: the first ring of each part, no holes. */
  rings: readonly (readonly (readonly number[])[])[];
}
