/** Stripes of a pattern: where each begins and how thick it is, within a height that repeats. */
interface Stripes {
  fill: string;
  height: number;
  bands: (readonly [from: number, thickness: number])[];
  transform: string;
}

const STRIPED = 'path[fill^="url(#"]';
let clips = 0;

/**
 * Puts a copy of a chart in its place, in which stripes are rectangles within the outline of what they fill: Chromium prints
 * what a pattern fills as an image. Answers what puts the chart back. The chart must stand on the page.
 */
export function ruleStripes(chart: SVGSVGElement): () => void {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const copies = [...copy.querySelectorAll<SVGPathElement>(STRIPED)];
  for (const [i, path] of [...chart.querySelectorAll<SVGPathElement>(STRIPED)].entries()) {
    const stripes = stripesOf(chart, path);
    if (!stripes) continue;
    copies[i]?.before(ruled(path, stripes));
    copies[i]?.setAttribute('fill', 'none');
  }
  chart.replaceWith(copy);
  return () => copy.replaceWith(chart);
}

/** How ECharts writes a rectangle of a pattern; where it stands across does not matter. */
const BAND = /^M-?[\d.]+ (-?[\d.]+)l[\d.]+ 0l0 ([\d.]+)l-[\d.]+ 0Z$/;

/** Null where what fills a path is anything but stripes of one colour across it. */
function stripesOf(chart: SVGSVGElement, path: SVGPathElement): Stripes | null {
  const id = path.getAttribute('fill')?.match(/#([^)"]+)/)?.[1] ?? '';
  const pattern = chart.querySelector(`pattern[id="${id}"]`);
  const parts = [...(pattern?.querySelectorAll('path') ?? [])];
  const height = Number(pattern?.getAttribute('height'));
  const bands = new Map<number, number>();
  for (const part of parts) {
    const [, from, thickness] = BAND.exec(part.getAttribute('d') ?? '') ?? [];
    if (from === undefined) return null;
    bands.set(((Number(from) % height) + height) % height, Number(thickness));
  }
  const fills = new Set(parts.map((it) => it.getAttribute('fill') ?? ''));
  const [fill] = fills;
  if (fill === undefined || fills.size > 1 || !(height > 0)) return null;
  return { fill, height, bands: [...bands], transform: pattern?.getAttribute('patternTransform') ?? '' };
}

function ruled(path: SVGPathElement, { fill, height, bands, transform }: Stripes): SVGElement {
  clips += 1;
  const id = `ruled-${clips}`;
  const { x, y, width, height: high } = path.getBBox();
  // However the stripes are turned about the origin, nothing of the outline is farther from it.
  const reach = Math.ceil((Math.hypot(x, y) + Math.hypot(width, high)) / height) * height;
  const rows = Array.from({ length: (2 * reach) / height }, (_, row) => row * height - reach);
  const stripes = rows.flatMap((top) =>
    bands.map(([from, thick]) => `M${-reach} ${top + from}h${2 * reach}v${thick}h${-2 * reach}Z`),
  );
  const clip = made('clipPath', { id });
  clip.append(made('path', { d: path.getAttribute('d') ?? '' }));
  const within = made('g', { 'clip-path': `url(#${id})` });
  within.append(made('path', { d: stripes.join(''), fill, transform }));
  const whole = made('g', { transform: path.getAttribute('transform') ?? '' });
  whole.append(clip, within);
  return whole;
}

function made(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
