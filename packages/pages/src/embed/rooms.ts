/** In pixels of the frame: from where each layout of an embed is shown, and the widest that it becomes. */
export const rooms = [
  { from: 0, most: 480 },
  { from: 480, most: 720 },
  { from: 720, most: 1040 },
] as const;

/** Which layout is shown in a room, and how wide. */
export function shownIn(room: number): { layout: number; width: number } {
  const layout = rooms.findLastIndex(({ from }) => room >= from);
  const { most } = rooms[layout] ?? rooms[0];
  return { layout, width: Math.min(room, most) };
}

/** The same as a style sheet has it. */
export const layoutStyle = rooms
  .map(({ from, most }, i) => {
    const own = `.chart>.layout-${i}`;
    const width = `${own}{max-width:${most}px}`;
    if (i === 0) return width;
    const shown = `.chart>.layout-${i - 1}{display:none}${own}{display:block}`;
    return `${width}${own}{display:none}@container (min-width:${from}px){${shown}}`;
  })
  .join('');
