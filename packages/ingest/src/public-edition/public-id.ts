import { createHmac } from 'node:crypto';
import type { RestrictionRecord } from '@article21/model';

/**
 * The id under which a protected record is published with a date and a place as coarse as its rule says: without the secret it says
 * nothing of what it stands for. Another precision is another id, so that two editions cannot be laid over each other.
 */
export function publicId(
  secret: string,
  id: string,
  { date, place }: { date: string; place: string },
): string {
  const hash = createHmac('sha256', secret).update(`${id} ${date} ${place}`).digest('hex');
  return `withheld-${hash.slice(0, 20)}`;
}

/** Tells the record `id` by the ids under which rules publish it, each of which has its own precision. */
export function isPublishedAs(
  secret: string,
  id: string,
): (published: Pick<RestrictionRecord, 'id' | 'date' | 'place'>) => boolean {
  return ({ id: published, date, place }) => published === publicId(secret, id, { date: date ?? '', place });
}
