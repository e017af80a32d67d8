import allowed from './wordpress.json' with { type: 'json' };

type Allowed = Readonly<Record<string, readonly string[]>>;

/** Leaves of HTML what is allowed: no other elements, and no other attributes of these. */
function only(html: string, tags: Allowed): string {
  return html.replace(/<(\/?)([a-z][\w-]*)([^>]*)>/gi, (_, end: string, tag: string, rest: string) => {
    const kept = tags[tag.toLowerCase()];
    if (!kept) return '';
    if (end) return `</${tag}>`;
    const attributes = [...rest.matchAll(/\s([\w-]+)=("[^"]*"|'[^']*')/g)];
    return `<${tag}${attributes.map(([text, name = '']) => (kept.includes(name) ? text : '')).join('')}>`;
  });
}

/** What WordPress makes of the `html` of a site that it does not know; empty where it has no frame. */
export function filterOembed(html: string, secret: string): string {
  const clean = only(html, allowed.oembed);
  const [, quotation = '', frame] =
    /(<blockquote>.*?<\/blockquote>)?.*?(<iframe.*?><\/iframe>)/s.exec(clean) ?? [];
  if (!frame) return '';
  const told = frame.replace(/ src="([^"]*)"/, ` src="$1#?secret=${secret}" data-secret="${secret}"`);
  const hidden = quotation === '' ? '' : ' style="position: absolute; visibility: hidden;"';
  return (
    quotation.replace('<blockquote>', `<blockquote class="wp-embedded-content" data-secret="${secret}">`) +
    told.replace(
      '<iframe',
      `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${hidden}`,
    )
  );
}

/** How it lays out what was embedded: its own style sheet keeps frames within their column. */
export function block(embedded: string): string {
  const style = '<style>.wp-block-embed iframe { max-width: 100% }</style>';
  return `${style}<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">${embedded}</div></figure>`;
}

/** What it leaves of what an author without further rights writes. */
export function filterPost(html: string): string {
  return only(html, allowed.post);
}

/**
 * What its pages do with the messages of such frames: a height between 200 and 1000, and the quotation goes. Frames that
 * were there before are told that it listens now.
 */
export const listener = `<script>
addEventListener('message', ({ data, source }) => {
  if (!data || !/^[a-zA-Z0-9]+$/.test(data.secret) || data.message !== 'height') return;
  for (const it of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) it.style.display = 'none';
  for (const it of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (it.contentWindow !== source) continue;
    it.removeAttribute('style');
    it.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
  }
});
addEventListener('DOMContentLoaded', () => {
  for (const it of document.querySelectorAll('iframe.wp-embedded-content'))
    it.contentWindow.postMessage({ message: 'ready', secret: it.dataset.secret }, '*');
});
</script>`;
