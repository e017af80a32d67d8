type Point = readonly [x: number, y: number];

/** One curve of an arc: two control points, and where it ends. */
export type Curve = readonly [Point, Point, Point];

/**
 * An arc of SVG (`rx ry rotation large sweep x y`) as curves of a quarter or less. The way from its ends to its centre
 * is that of the SVG specification, appendix B.2.4.
 */
export function arcCurves(
  from: Point,
  [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0]: readonly number[],
  to: Point,
): Curve[] {
  if (rx === 0 || ry === 0 || (from[0] === to[0] && from[1] === to[1])) return [[from, to, to]];
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  const [hx, hy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * hx + sin * hy, cos * hy - sin * hx];
  const stretch = Math.max(1, Math.sqrt((x / rx) ** 2 + (y / ry) ** 2));
  const [a, b] = [Math.abs(rx) * stretch, Math.abs(ry) * stretch];
  const rest = (a * b) ** 2 - (a * y) ** 2 - (b * x) ** 2;
  const side = large === sweep ? -1 : 1;
  const share = side * Math.sqrt(Math.max(0, rest) / ((a * y) ** 2 + (b * x) ** 2));
  const [cx, cy] = [(share * a * y) / b, (-share * b * x) / a];
  const first = Math.atan2((y - cy) / b, (x - cx) / a);
  let angle = Math.atan2((-y - cy) / b, (-x - cx) / a) - first;
  if (sweep && angle < 0) angle += 2 * Math.PI;
  if (!sweep && angle > 0) angle -= 2 * Math.PI;
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const place = (u: number, v: number): Point => {
    const [px, py] = [cx + a * u, cy + b * v];
    return [middle[0] + cos * px - sin * py, middle[1] + sin * px + cos * py];
  };
  return quarters(first, angle, place, to);
}

function quarters(first: number, angle: number, place: (u: number, v: number) => Point, to: Point): Curve[] {
  const count = Math.max(1, Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-9));
  const step = angle / count;
  const k = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: count }, (_, i): Curve => {
    const [s, e] = [first + i * step, first + (i + 1) * step];
    const [cs, ss, ce, se] = [Math.cos(s), Math.sin(s), Math.cos(e), Math.sin(e)];
    const end = i === count - 1 ? to : place(ce, se);
    return [place(cs - k * ss, ss + k * cs), place(ce + k * se, se - k * ce), end];
  });
}
