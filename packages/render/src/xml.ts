const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// XML 1.0 has no escape for these; bidi controls would let a label rewrite the look of its neighbours.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Text without what XML cannot hold and without what turns the direction of writing. */
export function printable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(unprintable, '');
}

/** Path data is long, and nothing in it needs a second look. */
const plain = /^[ !#-%'-;=?-~]*$/;

/** Text as content or as a quoted attribute of an XML file. */
export function escapeXml(text: string): string {
  if (plain.test(text)) return text;
  return printable(text).replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
