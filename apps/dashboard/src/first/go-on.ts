const TABLE = '.counts-scroll';
/** What can have the focus in both pages, beside links. */
const stops = [TABLE, 'summary'];
/** What a reader is likely to look at, in the order of the page. */
const READ = ':is(h1, h2, h3, dt, dd, p, li, tr)';

/**
 * Reads where a reader is in a page, so that what takes its place can go on there: the same words are at the top of the
 * window, the same link has the focus, what was unfolded stays so, a table stays where it was scrolled to.
 */
export function goOn(from: HTMLElement): (to: HTMLElement) => void {
  const focused = stopOf(from);
  const unfolded = [...from.querySelectorAll('details')].map(({ open }) => open);
  const { scrollLeft: left = 0, scrollTop: top = 0 } = from.querySelector(TABLE) ?? {};
  const place = placeIn(from);
  return (to) => {
    for (const [i, details] of [...to.querySelectorAll('details')].entries())
      details.open ||= unfolded[i] ?? false;
    to.querySelector(TABLE)?.scrollTo({ left, top });
    if (focused !== null) to.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
    place?.(to);
  };
}

/** Brings what stands at the top of the window there again; null where a reader has not left the top of the page. */
function placeIn(from: HTMLElement): ((to: HTMLElement) => void) | null {
  if (window.scrollY === 0) return null;
  const topOf = (element: Element) => element.getBoundingClientRect().top;
  const first = [...from.querySelectorAll(READ)].find((it) => topOf(it) >= 0 && it.textContent);
  if (!first) return null;
  const { localName, textContent } = first;
  const was = topOf(first);
  return (to) => {
    const same = [...to.querySelectorAll(localName)].find((it) => it.textContent === textContent);
    if (same) window.scrollBy({ top: topOf(same) - was, behavior: 'instant' });
  };
}

/** A selector of what has the focus within `from`; null where nothing has that stands in both pages. */
function stopOf(from: HTMLElement): string | null {
  const { activeElement } = document;
  if (!activeElement || !from.contains(activeElement)) return null;
  const href = activeElement.getAttribute('href');
  if (href !== null) return `a[href="${CSS.escape(href)}"]`;
  return stops.find((stop) => activeElement.matches(stop)) ?? null;
}
