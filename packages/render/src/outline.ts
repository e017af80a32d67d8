/** A glyph's outline in font units with y downwards: where its pen first comes down, and the way from there. */
export interface Outline {
  x: number;
  y: number;
  /** Relative SVG path data, so that it is the same wherever the glyph stands. Empty for a space. */
  way: string;
}

/** A drawing command as HarfBuzz gives it, with y upwards. */
export interface DrawCommand {
  type: string;
  values: readonly number[];
}

/** Throws on a command that TrueType and CFF outlines do not have. */
export function outlineOf(commands: readonly DrawCommand[]): Outline {
  let way = '';
  let [penX, penY, startX, startY] = [0, 0, 0, 0];
  let first: { x: number; y: number } | null = null;
  for (const { type, values } of commands) {
    if (type === 'Z') {
      way += 'z';
      [penX, penY] = [startX, startY];
      continue;
    }
    if (!'MLQC'.includes(type)) throw new Error(`unknown drawing command: ${type} (known: M, L, Q, C, Z)`);
    const points = values.map((value, i) => (i % 2 === 0 ? value - penX : -value - penY));
    [penX, penY] = [values.at(-2) ?? 0, -(values.at(-1) ?? 0)];
    if (type === 'M') [startX, startY] = [penX, penY];
    if (first === null) first = { x: penX, y: penY };
    else way += command(type.toLowerCase(), points);
  }
  return { ...(first ?? { x: 0, y: 0 }), way };
}

/** The outline at a place, as the continuation of any path. */
export function placed({ x, y, way }: Outline, dx: number, dy: number): string {
  return way === '' ? '' : `M${joined([x + dx, y + dy])}${way}`;
}

function command(type: string, points: readonly number[]): string {
  const [x = 0, y = 0] = points;
  if (type === 'l' && y === 0) return `h${joined([x])}`;
  if (type === 'l' && x === 0) return `v${joined([y])}`;
  return type + joined(points);
}

/** Numbers as path data: a minus sign is separator enough. */
function joined(numbers: readonly number[]): string {
  return numbers.map((it, i) => (i === 0 || it < 0 ? '' : ' ') + String(it)).join('');
}
