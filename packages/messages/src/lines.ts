/** A sentence to be set large: no line of it begins with the dash of a period. */
export function unbroken(sentence: string): string {
  return sentence.replaceAll(' – ', '\u00a0– ');
}
