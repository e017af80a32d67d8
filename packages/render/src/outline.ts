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
  const way: [command: string, numbers: readonly number[]][] = [];
  let first: { x: number; y: number } | null = null;
  let [penX, penY, startX, startY] = [0, 0, 0, 0];
  for (const { type, values } of commands) {
    if (!'MLQCZ'.includes(type)) throw new Error(`unknown drawing command: ${type} (known: M, L, Q, C, Z)`);
    const numbers = values.map((value, i) => (i % 2 === 0 ? value - penX : -value - penY));
    [penX, penY] = type === 'Z' ? [startX, startY] : [values.at(-2) ?? 0, -(values.at(-1) ?? 0)];
    if (type === 'M') [startX, startY] = [penX, penY];
    if (first === null) first = { x: penX, y: penY };
    else way.push(shortest(type.toLowerCase(), numbers));
  }
  return { ...(first ?? { x: 0, y: 0 }), way: printWay(way) };
}

/** The outline at a place, as the continuation of any path. */
export function placed({ x, y, way }: Outline, dx: number, dy: number): string {
  return way === '' ? '' : `M${joined([x + dx, y + dy])}${way}`;
}

function shortest(command: string, numbers: readonly number[]): [string, readonly number[]] {
  const [x = 0, y = 0] = numbers;
  if (command === 'l' && y === 0) return ['h', [x]];
  if (command === 'l' && x === 0) return ['v', [y]];
  return [command, numbers];
}

/** A letter that repeats is left out, and the control point of a curve that goes on smoothly. */
function printWay(way: readonly (readonly [string, readonly number[]])[]): string {
  let [text, last] = ['', ''];
  let control: [x: number, y: number] | null = null;
  for (const [command, numbers] of way) {
    const [cx = 0, cy = 0, x = 0, y = 0] = numbers;
    const smooth = command === 'q' && control !== null && control[0] === cx && control[1] === cy;
    control = command === 'q' ? [x - cx, y - cy] : null;
    const letter = smooth ? 't' : command;
    const data = joined(smooth ? [x, y] : numbers);
    text += letter !== last || data === '' ? letter + data : data.startsWith('-') ? data : ` ${data}`;
    // After m the same letter left out would mean a line.
    last = letter === 'm' ? '' : letter;
  }
  return text;
}

/** Numbers as path data: a minus sign is separator enough, and a zero before the point is not needed. */
function joined(numbers: readonly number[]): string {
  return numbers
    .map((it, i) => (i === 0 || it < 0 ? '' : ' ') + String(it).replace(/^(-?)0\./, '$1.'))
    .join('');
}
