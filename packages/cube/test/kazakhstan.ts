import {
  type Cells,
  type ChartQuery,
  createPlaceTree,
  emptyQuery,
  type MeasureId,
  measureIds,
  NO_DAY,
  OPEN_END,
  OPEN_START,
  parsePeriod,
} from '@article21/model';
import { cellsOf, placeOf, type Row } from './arbitraries.ts';

/** A country, a region in it with a settlement, and two cities. */
export const tree = createPlaceTree([
  placeOf('kz', null, 'country'),
  placeOf('almaty-region', 'kz', 'region'),
  placeOf('almerek', 'almaty-region'),
  placeOf('almaty', 'kz'),
  placeOf('astana', 'kz'),
]);

/** A cell of detentions: where, when (`2012-04-28`, `2012-04-01/2012-04-30`, `../2012-05-31`), how many. */
export type TestCell = [place: string, period: string, low: number, more?: Partial<Row>];

export function cells(...told: TestCell[]): Cells {
  const places = ['almaty', 'almerek', 'astana', 'kz'];
  const list = told.map(([place, text, low, more]) => {
    const period = parsePeriod(text);
    if (!period) throw new Error(`unreadable period: ${text}`);
    return {
      place: places.indexOf(place),
      measure: measureIndex('detentions'),
      phase: 0,
      basis: 0,
      from: period.from ?? OPEN_START,
      to: period.to ?? OPEN_END,
      day: NO_DAY,
      low,
      high: low,
      open: 0,
      approximate: 0,
      unnumbered: 0,
      numbered: 1,
      approximateDates: 0,
      records: 1,
      ...more,
    };
  });
  return cellsOf(places, list);
}

export function measureIndex(id: MeasureId): number {
  return measureIds.indexOf(id);
}

export function query(asked: Partial<ChartQuery>): ChartQuery {
  return { ...emptyQuery, measure: ['detentions'], ...asked };
}
