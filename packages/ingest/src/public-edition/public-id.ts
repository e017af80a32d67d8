import { createHmac } from 'node:crypto';

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
