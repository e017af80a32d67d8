import { createHmac } from 'node:crypto';

/** An id that says nothing of what it stands for to anybody without the secret. */
export function pseudonym(secret: string, text: string): string {
  return `withheld-${createHmac('sha256', secret).update(text).digest('hex').slice(0, 20)}`;
}

/**
 * The id under which a protected record is published with a date and a place as coarse as its rule says. Another precision is
 * another id, so that two editions cannot be laid over each other.
 */
export function publicId(
  secret: string,
  id: string,
  { date, place }: { date: string; place: string },
): string {
  return pseudonym(secret, `${id} ${date} ${place}`);
}
