import { choosing, needsOf, resolveQuery } from '@article21/charts';
import type { ChartId } from '@article21/messages';
import { type ChartQuery, namesNoMeasure } from '@article21/model';
import { html } from 'hono/html';
import { pageAddress } from '../address/index.ts';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';

/** The charts that are one press away. */
const first = ['bar', 'line'] as const;

/**
 * What is asked, where the filters will stand: they need scripts, so here they only say it. By city or over time are
 * links.
 */
export async function asked(subject: PageSubject): Promise<Html> {
  const { query, words } = subject;
  const { filter, page, choice } = words.ui;
  const { chart, by } = resolveQuery(query);
  const steps = by.includes('period') && needsOf(chart).every === null ? [words.step[query.every]] : [];
  const chosen = [measureChoice(subject), placeChoice(subject), periodChoice(subject)];
  const labels = [filter.measures, filter.places, page.period, filter.step];
  const shown = [...chosen, ...steps].map((value, i) => choiceOf(value, labels[i]));
  const more = choiceOf(choice.more, `${filter.phase}, ${filter.basis}`, true);
  const narrowed = await narrowedTo(subject);
  const charts = await chartField(subject);
  return html`<section class="filters first-wide" aria-label="${filter.title}">${shown}${more}${narrowed}${charts}</section><section class="filters filters-folded first-narrow" aria-label="${filter.title}">${choiceOf([...chosen, ...steps].join(' · '), filter.title)}${narrowed}${charts}</section>`;
}

function choiceOf(value: string, label: string | undefined, isEmpty = false) {
  return html`<span class="filter${isEmpty ? ' first-empty' : ''}"><span class="hidden">${label}: </span><span class="filter-value">${value}</span><span class="filter-arrow" aria-hidden="true"></span></span>`;
}

async function chartField({ query, words, addresses }: PageSubject): Promise<Html> {
  const { filter, choice } = words.ui;
  const { chart } = resolveQuery(query);
  const name = (id: ChartId) => words.chart[id].name;
  const isFirst = first.some((id) => id === chart);
  const links = first.map((id) => {
    const current = id === chart ? html` aria-current="true"` : '';
    const to = addresses.page(pageAddress({ page: 'charts' }, choosing(query, id)));
    return html`<a href="${to}"${current}>${name(id)}</a>`;
  });
  return html`<div class="chart-field" role="group" aria-label="${filter.chart}"><div class="switch">${links}</div>${choiceOf(isFirst ? choice.moreCharts : name(chart), filter.chart, isFirst)}</div>`;
}

async function narrowedTo({ query, words, addresses }: PageSubject): Promise<Html> {
  const { filter } = words.ui;
  const chip = (label: string, value: string, without: Partial<ChartQuery>) => {
    const to = addresses.page(pageAddress({ page: 'charts' }, { ...query, ...without }));
    return html`<a class="filter" href="${to}" aria-label="${filter.reset}: ${label}, ${value}"><span class="filter-value">${label}: ${value}</span><span aria-hidden="true">×</span></a>`;
  };
  const phases = query.phase.map((id) => words.phase[id]).join(', ');
  return html`${phases === '' ? '' : chip(filter.phase, phases, { phase: [] })}${query.basis === 'summary' ? chip(filter.basis, words.basis.summary, { basis: 'incident' }) : ''}`;
}

function measureChoice({ query, words }: PageSubject): string {
  const { measure } = query;
  const [only] = measure;
  if (measure.length === 1 && only) return words.measure[only].label;
  if (namesNoMeasure(query)) return words.ui.page.mainMeasures;
  return words.plural(words.ui.page.measures, measure.length);
}

function placeChoice({ query: { place }, words, served }: PageSubject): string {
  if (place.length === 0) return words.ui.filter.allPlaces;
  if (place.length > 2) return words.plural(words.ui.page.places, place.length);
  const nameOf = (id: string) => {
    const found = served.tree.get(id);
    return found ? words.placeName(found) : id;
  };
  return place.map(nameOf).join(', ');
}

function periodChoice({ query: { from, to }, words }: PageSubject): string {
  return from === null && to === null ? words.ui.filter.allDates : words.period({ from, to });
}

/** The query without its filters: what stays the same wherever a reader goes. */
export function unfiltered({ lang, theme, snapshot }: ChartQuery): Partial<ChartQuery> {
  return { lang, theme, snapshot };
}
