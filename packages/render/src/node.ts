/** An element as the SVG painter of ECharts describes it. */
export interface SvgNode {
  tag: string;
  attrs: Readonly<Record<string, unknown>>;
  children?: readonly (SvgNode | null | undefined)[] | null | undefined;
  text?: string | null | undefined;
}

/** What may stand in a picture. None of them runs, links or loads anything. */
export const tags: ReadonlySet<string> = new Set(
  (
    'g path rect circle ellipse line polyline polygon defs clipPath linearGradient radialGradient stop pattern ' +
    'filter feDropShadow image'
  ).split(' '),
);

export const attributes: ReadonlySet<string> = new Set(
  (
    'id d x y x1 y1 x2 y2 cx cy r rx ry width height points transform viewBox offset href clip-path filter opacity ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap ' +
    'stroke-linejoin stroke-miterlimit gradientUnits stop-color stop-opacity patternUnits ' +
    'patternContentUnits patternTransform dx dy stdDeviation flood-color flood-opacity preserveAspectRatio'
  ).split(' '),
);

/** What only a live chart needs: its handles for the mouse. */
export function isHandle(name: string): boolean {
  return name === 'class' || name === 'cursor' || name === 'pointer-events' || name.startsWith('ecmeta_');
}

const shapes: ReadonlySet<string> = new Set('path rect circle ellipse line polyline polygon'.split(' '));

/** Whether a shape paints nothing: an area that only makes a mark of a live chart easier to hit. */
export function isInvisible({ tag, attrs }: SvgNode): boolean {
  if (!shapes.has(tag)) return false;
  const paints = (of: 'fill' | 'stroke', otherwise: string): boolean => {
    const paint = String(attrs[of] ?? otherwise);
    return paint !== 'none' && paint !== 'transparent' && Number(attrs[`${of}-opacity`] ?? 1) !== 0;
  };
  return Number(attrs.opacity ?? 1) === 0 || !(paints('fill', '#000') || paints('stroke', 'none'));
}
