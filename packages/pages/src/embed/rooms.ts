/**
 * In pixels of the frame: from where each layout is shown, and the widest that it becomes, with a wider one after it and as the
 * widest there is. Where that one was too heavy, the one before takes most of its room, instead of leaving a third of it empty.
 */
export const rooms = [
  { from: 0, most: 480, last: 620 },
  { from: 480, most: 720, last: 860 },
  { from: 720, most: 1040, last: 1040 },
] as const;

/** Which of so many layouts is shown in a room, the narrowest first, and how wide. */
export function shownIn(room: number, layouts: number): { layout: number; width: number } {
  const layout = rooms.slice(0, layouts).findLastIndex(({ from }) => room >= from);
  const { most, last } = rooms[layout] ?? rooms[0];
  return { layout, width: Math.min(room, layout === layouts - 1 ? last : most) };
}

/** The same as a style sheet has it. */
export const layoutStyle = rooms
  .map(({ from, most, last }, i) => {
    const own = `.chart>.layout-${i}`;
    const widths = `${own}{max-width:${most}px}${own}:last-of-type{max-width:${last}px}`;
    if (i === 0) return widths;
    const before = `.chart>.layout-${i - 1}:has(+.layout-${i})`;
    return `${widths}${own}{display:none}@container (min-width:${from}px){${before}{display:none}${own}{display:block}}`;
  })
  .join('');
