import type { Deck, Slide, SlideChart } from '../../src/index.ts';

const places = ['Алматы', 'Астана', 'Қарағанды', 'Өскемен', 'город не указан'];
const label = (signs: string, reports = '') => ({ signs, reports });

/** Every way in which a number can be open, with `name` wherever a deck takes a text. */
export function bars(name: string): SlideChart {
  return {
    kind: 'bar',
    title: name,
    description: name,
    categories: [name, ...places.slice(1)],
    series: [
      { name, values: [null, 30, null, 12, null], colour: '#28A197', hatched: true },
      { name, values: [15, 20, 25, 0, null], colour: '#28A197', hatched: false },
    ],
    labels: {
      name,
      at: [15, 30, 25, 12, 0],
      texts: [label('≈ 15', '+1'), label('20–30'), label('≥ 25'), label('0–12'), label('', '+2')],
    },
    columns: [{ name, values: [name, '20-30', '25+', '0-12', '?'] }],
    highest: 30,
    legend: false,
  };
}

export function stackedColumns(name: string): SlideChart {
  const months = ['апрель 2012', 'май 2012', 'июнь 2012'];
  return {
    kind: 'stacked',
    title: name,
    description: name,
    categories: months,
    series: [
      { name: 'Алматы', values: [10, null, 3], colour: '#12436D', hatched: false },
      { name, values: [2, 4, null], colour: '#e8e8e8', edge: '#595959', hatched: false },
      { name: `${name} 2`, values: [3, null, null], colour: '#12436D', hatched: true },
    ],
    labels: { name, at: [15, 4, 3], texts: [label('12–15'), label('4', '+1'), label('≈ 3')] },
    columns: [],
    highest: 15,
    legend: true,
  };
}

export function slideOf(name: string, panels: Slide['panels']): Slide {
  return {
    title: name,
    sentences: [name, 'Ещё одно предложение.'],
    mark: name,
    panels,
    notes: ['≥: источники не называют верхней границы'],
    source: ['Источник: KIBHR, IPHR, NHC', 'апрель – июнь 2012'],
    permalink: 'https://example.org/?measure=detentions&by=place&snapshot=2012-09-25-3f9c',
    speaker: [name, '«После митинга около десяти человек задержали.»'],
  };
}

const cell = (text: string, fill: string | null = null, hatched = false) => ({
  ...{ text, fill, hatched },
  ink: '#1a1a1a',
});

export function deckOf(name: string): Deck {
  const columns = { ...stackedColumns(name), kind: 'column' as const, legend: false };
  const table = {
    kind: 'table' as const,
    title: name,
    description: name,
    rows: [
      [cell(''), cell('апрель'), cell(name)],
      ...places.map((it) => [cell(it), cell('≈ 3', '#a9d9d5'), cell('', null, true)]),
    ],
  };
  return {
    title: name,
    language: 'ru-RU',
    slides: [
      slideOf(name, [bars(name)]),
      slideOf(name, [bars(name), stackedColumns(name), columns, bars('б')]),
      slideOf(name, [table]),
      slideOf(name, []),
    ],
  };
}
