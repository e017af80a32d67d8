/**
 * The text where it is an address of the web that may be offered to a reader; null for any other, such as
 * `javascript:`, which would run as a script of the page.
 */
export function webLink(text: string | null | undefined): string | null {
  if (!text || !URL.canParse(text)) return null;
  return /^https?:$/.test(new URL(text).protocol) ? text : null;
}
