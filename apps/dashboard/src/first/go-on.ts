const TABLE = '.counts-scroll';
/** What can have the focus in both pages, beside links. */
const stops = [TABLE, 'summary'];

/**
 * Reads where a reader is in a page, so that what takes its place can go on there: the same link has the focus, what
 * was unfolded stays so, a table stays where it was scrolled to.
 */
export function goOn(from: HTMLElement): (to: HTMLElement) => void {
  const focused = stopOf(from);
  const unfolded = [...from.querySelectorAll('details')].map(({ open }) => open);
  const { scrollLeft: left = 0, scrollTop: top = 0 } = from.querySelector(TABLE) ?? {};
  return (to) => {
    for (const [i, details] of [...to.querySelectorAll('details')].entries())
      details.open ||= unfolded[i] ?? false;
    to.querySelector(TABLE)?.scrollTo({ left, top });
    if (focused !== null) to.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
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
