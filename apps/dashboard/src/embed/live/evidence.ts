import type { Drawing } from '@article21/charts';
import type { Words } from '@article21/messages';
import { localText } from '@article21/model';
import { recordQueryOf } from '../../evidence/record-query.ts';
import { element } from './element.ts';
import { client, type Numbers } from './numbers.ts';
import { recordCard } from './record-card.ts';

type Mark = Drawing['marks'][number];

/** A page of an embed is short; all of them are at the chart's own address. */
const PAGE = 20;

/** Opens the panel of the records behind a mark under the chart. It takes the focus, and gives it back when it closes. */
export function showEvidence(figure: HTMLElement, mark: Mark, numbers: Numbers, words: Words): void {
  const { evidence } = words.ui;
  figure.parentElement?.querySelector('.evidence')?.remove();
  const close = element('button', { type: 'button', textContent: evidence.close });
  const title = element('h2', { tabIndex: -1, textContent: evidence.title });
  const records = element('div');
  const panel = element(
    'section',
    { className: 'evidence', ariaLabel: evidence.title },
    element('div', { className: 'evidence-head' }, title, close),
    element('p', { className: 'quiet', textContent: mark.label }),
    records,
  );
  const leave = () => {
    panel.remove();
    figure.querySelector<HTMLElement>('.chart')?.focus({ preventScroll: true });
  };
  close.addEventListener('click', leave);
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && leave());
  figure.after(panel);
  title.focus({ preventScroll: true });
  load(records, mark, numbers, words, null);
}

/** Adds a page of records, and a button for the next or for another attempt. */
function load(
  list: HTMLElement,
  mark: Mark,
  { query, places, sources, ...others }: Numbers,
  words: Words,
  cursor: string | null,
): void {
  const { evidence, state } = words.ui;
  const status = element('p', { role: 'status', textContent: state.loading });
  const again = (text: string, from: string | null) => {
    const button = element('button', { type: 'button', textContent: text });
    button.addEventListener('click', () => {
      button.remove();
      status.remove();
      load(list, mark, { query, places, sources, ...others }, words, from);
    });
    return button;
  };
  const opened = {
    measure: [mark.measure],
    at: mark.place ?? null,
    bucket: mark.period ?? null,
    beside: null,
  };
  const publisher = (id: string) => {
    const source = sources.find((it) => it.id === id);
    return source ? localText(source, 'publisher', words.language, words.language).text : id;
  };
  const sheet = (id: string) => sources.find((it) => it.id === id)?.sheet ?? null;
  const known = { places, snapshot: query.snapshot, publisher, sheet, words };
  list.append(status);
  client.records({ ...recordQueryOf(query, opened), limit: PAGE, cursor }).then(
    ({ records, next }) => {
      status.remove();
      list.append(...records.map((record) => recordCard(record, known)));
      if (next !== null) list.append(again(evidence.more, next));
    },
    (error: unknown) => {
      status.textContent = state.error;
      list.append(again(state.retry, cursor));
      reportError(error);
    },
  );
}
