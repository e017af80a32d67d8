import { z } from 'zod';

const positionSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** The land of a country, to be drawn behind the points of a map. */
export const outlineSchema = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code of two letters'),
  /**
   * Closed lines of longitude and latitude, in WGS 84 degrees, without their first point again at the end. A lake or
   * another country within runs the other way round. What lies on both sides of the 180th meridian is cut along it.
   */
  rings: z.array(z.array(positionSchema)),
});

export type Outline = z.infer<typeof outlineSchema>;
