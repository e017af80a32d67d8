const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an attribute or the content of HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** Text within a line of Markdown, in which nothing is a mark: no emphasis, link, picture, code, markup or formula. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|!#$]/g, '\\$&');
}

/** An address for `(…)` in Markdown: no sign in it can end it. */
export function escapeMarkdownUrl(url: string): string {
  return url.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** An address for `\url` within an argument, such as a caption. */
export function escapeTexUrl(url: string): string {
  return url.replace(/[{}\\^]/g, encodeURIComponent).replace(/[%#]/g, '\\$&');
}
