import { type Counts, type MeasureId, type Place, shownArc } from '@article21/model';
import type { Drawing, Mark } from '../chart.ts';
import { emptyRows, gapNotes } from '../data/measure-rows.ts';
import { rowsOnPage } from '../data/place-pages.ts';
import { measuresOf, type Row, rowsOf } from '../data/rows.ts';
import { inColumns } from '../layout/columns.ts';
import { heading, notesOf } from '../layout/frame.ts';
import type { Panel } from '../layout/panel.ts';
import { type Content, picture } from '../layout/picture.ts';
import { circlesOf, isShared, type MapCircle, rowOfCircle } from '../map/clusters.ts';
import { landOf } from '../map/land.ts';
import { mapPanel } from '../map/panel.ts';
import { type Position, projectionOf } from '../map/projection.ts';
import { sizeKey } from '../map/size-key.ts';
import { markOfRow } from '../marks/mark.ts';
import type { Box, Shape } from '../marks/shape.ts';
import { barPanels } from '../office/bars.ts';
import { heightIn, isTight, type Plot } from '../plot.ts';
import type { Chart } from './chart.ts';

/** Places that one map can hold; how many more there are is said under it. */
const MOST_PLACES = 80;
/** Places that are named under the map of a card, because there is no room on it. */
const MOST_UNNAMED = 4;
const MARGIN = 30;
const TALLEST = 420;
/** The same where there is little room; the key of sizes stands beside the map then. */
const LEAST = 180;
const BETWEEN = 18;
/** A map of one circle says no more than its number. */
const LEAST_CIRCLES = 2;
/** Maps of several measures stand side by side where each has so many pixels. */
const LEAST_COLUMN = 400;

/**
 * Circles on a map, one map for each measure. What no source places in a city has no point on it: it stands under the
 * map in words, as do places of which nobody gave the coordinates.
 */
export const map: Chart = {
  needs: {
    by: [['place']],
    every: null,
    places: 2,
    land: true,
    hatched: true,
    most: MOST_PLACES,
    paged: true,
  },
  draw: drawMap,
  office: barPanels,
};

function drawMap(counts: Counts, plot: Plot): Drawing {
  const all = measuresOf(plot).map((measure) => {
    const rows = rowsOf(counts, measure, plot);
    return { measure, rows: rowsOnPage(rows, measure, plot), empty: emptyRows(rows, measure, plot) };
  });
  const shown = all.map(({ measure, rows }) => ({ measure, rows: rows.slice(0, MOST_PLACES) }));
  const hidden = Math.max(0, ...all.map(({ rows }) => rows.length - MOST_PLACES));
  const notes = [
    ...gapNotes(all, counts, plot),
    ...notesOf(counts, { hidden }, plot),
    ...withoutOutline(
      shown.flatMap(({ rows }) => rows),
      plot,
    ),
  ];
  const maps = shown.filter(({ rows }) => placedOf(rows, plot).length >= LEAST_CIRCLES);
  return picture(plot.words.chart.map.name, notes, plot, (top) => {
    const points = shown.flatMap(({ rows }) => placedOf(rows, plot).map(({ position }) => position));
    return inColumns(shown, { top, plot }, (own, ...at) => contentOf(own, points, ...at), {
      least: LEAST_COLUMN,
      always: true,
      // Beside measures that have only words, half of the width would be empty.
      wide: maps.length === 1 ? maps[0] : undefined,
    });
  });
}

/** `points` are those of all maps, which show the same part of the world. */
function contentOf(
  groups: readonly { measure: MeasureId; rows: readonly Row[] }[],
  points: readonly Position[],
  top: number,
  plot: Plot,
): Content {
  const shapes: Shape[] = [];
  const panels: Panel[] = [];
  const marks: Mark[] = [];
  const shown = points.length > 0 ? shownOf(points, plot) : [];
  const unnamed = new Set<string>();
  const mapped: MapCircle[] = [];
  let ringed = false;
  let bottom = top;
  for (const { measure, rows } of groups) {
    const title = heading(measure, rows.length === 0, bottom, plot);
    shapes.push(...title.shapes);
    bottom += title.height;
    if (rows.length > 0) {
      const drawn = onePlot({ measure, rows, shown }, bottom, [panels.length, marks.length], plot);
      shapes.push(...drawn.shapes);
      panels.push(drawn.panel);
      marks.push(...drawn.marks);
      mapped.push(...drawn.circles);
      ringed ||= drawn.ringed;
      for (const row of drawn.unnamed) unnamed.add(row.name);
      bottom = drawn.bottom;
    }
    bottom += BETWEEN;
  }
  const { legend } = plot.words.drawing;
  const numbered = mapped.filter(({ estimate }) => estimate.low > 0);
  const open = numbered.some(({ estimate }) => estimate.high === null);
  const circles = numbered.length > 0 ? [legend.area, ...(open ? [legend.broken] : [])] : [];
  return {
    panels,
    shapes,
    marks,
    bottom,
    ringed,
    circles: true,
    key: mapped.some(({ rows }) => rows.length > 1) ? [...circles, legend.shared] : circles,
    named: plot.compact ? namesWithoutRoom([...unnamed], plot) : [],
  };
}

/** The map of one measure with the key of its sizes, and under it the places that have no point or no name on it. */
function onePlot(
  { measure, rows, shown }: { measure: MeasureId; rows: readonly Row[]; shown: readonly Position[] },
  top: number,
  [panel, mark]: readonly [panel: number, mark: number],
  plot: Plot,
) {
  const placed = placedOf(rows, plot);
  const whole = { left: plot.left, top, width: plot.width, height: heightIn(plot, TALLEST, LEAST) };
  const onMap = placed.length >= LEAST_CIRCLES ? placed : [];
  const mapIn = (room: Box) => {
    const projection = onMap.length > 0 ? projectionOf(shown, room, MARGIN) : null;
    if (!projection) return { projection, box: { ...room, height: 0 }, ...circlesOf([], room) };
    const at = onMap.map(({ row, position }) => {
      const [x, y] = projection.place(position);
      return { row, x, y };
    });
    return { projection, box: projection.box, ...circlesOf(at, projection.box) };
  };
  const keyOf = ({ circles, box }: ReturnType<typeof mapIn>) =>
    sizeKey(
      circles.map(({ estimate }) => estimate),
      { measure, top, map: box },
      plot,
    );
  let size = keyOf(mapIn(whole));
  const beside = isTight(plot) ? size.width : 0;
  const under = beside > 0 ? 0 : size.height;
  const map = mapIn({
    ...whole,
    left: whole.left + beside,
    width: whole.width - beside,
    top: top + under,
  });
  if (beside > 0) size = keyOf(map);
  const { projection } = map;
  const inOrder = map.circles.flatMap((circle) => circle.rows);
  const unmapped = rows.filter((row) => !inOrder.includes(row));
  const shared = map.circles.filter(isShared).map((circle) => rowOfCircle(circle, plot));
  const marks = [...inOrder, ...unmapped, ...shared].map((row, i) =>
    markOfRow(row, { index: mark + i, seriesIndex: panel, dataIndex: i }, plot),
  );
  const title = projection ? `${plot.words.drawing.notOnMap}:` : '';
  const land = projection
    ? landOf(plot.outlines ?? [], projection, plot.theme)
    : { shapes: [], bottom: map.box.top };
  const drawn = mapPanel({ ...map, unmapped, title, land: land.bottom }, marks, plot);
  return {
    ...drawn,
    circles: map.circles,
    marks,
    shapes: [...size.shapes, ...land.shapes, ...drawn.shapes],
  };
}

/** The rows whose place has a point on a map. */
function placedOf(rows: readonly Row[], plot: Plot): { row: Row; position: Position }[] {
  return rows.flatMap((row) => {
    const position = positionOf(row, plot);
    return position ? [{ row, position }] : [];
  });
}

/** Countries and regions have no point of their own, even where somebody gave them coordinates. */
function positionOf({ place }: Row, plot: Plot): Position | null {
  const found = place === undefined ? undefined : plot.places.get(place);
  if (!found || found.lat === null || found.lon === null) return null;
  return found.kind === 'country' || found.kind === 'region' ? null : [found.lon, found.lat];
}

/** On a card: the first names that have no room beside their circles, and how many more there are. */
function namesWithoutRoom(names: readonly string[], { words }: Plot): string[] {
  if (names.length === 0) return [];
  const more = names.length - MOST_UNNAMED;
  const others = more > 0 ? [words.plural(words.drawing.others.place.together, more)] : [];
  const places = words.list([...names.slice(0, MOST_UNNAMED), ...others]);
  return [words.fill(words.drawing.withoutName, { places })];
}

/** What the map says of countries whose places stand on it without an outline: small ones are in no map of the world. */
function withoutOutline(rows: readonly Row[], plot: Plot): string[] {
  const { outlines = [], places, words } = plot;
  const lands = new Set(outlines.map(({ country }) => country));
  const missing = rows.flatMap((row) => {
    const place = positionOf(row, plot) && places.get(row.place ?? '');
    if (!place || lands.has(place.country)) return [];
    let country: Place | undefined = place;
    while (country && country.kind !== 'country')
      country = country.parent === null ? undefined : places.get(country.parent);
    return [country ? words.placeName(country) : place.country];
  });
  if (missing.length === 0) return [];
  return [words.fill(words.drawing.withoutOutline, { countries: words.list([...new Set(missing)]) })];
}

/** What the map must show: all of the countries where these are not too wide, else the places alone. */
function shownOf(points: readonly Position[], { outlines = [] }: Plot): readonly Position[] {
  const land = outlines.flatMap(({ rings }) => rings.flat());
  const longitudes = (positions: readonly Position[]) => positions.map(([lon]) => lon);
  return shownArc(longitudes(land), longitudes(points)).whole ? [...land, ...points] : points;
}
