import { words as wordsOf } from '@article21/messages';
import { languages } from '@article21/model';
import { createRoot } from 'react-dom/client';
import { LiveChart } from './chart.tsx';
import { listen } from './controls.ts';
import { loadFonts } from './fonts.ts';
import { fetchNumbers } from './numbers.ts';

let stop: (() => void) | null = null;
let asking: AbortController | null = null;

/** Makes the drawn chart of an embed live, and its controls. Throws what could not be fetched. */
export async function start(main: HTMLElement): Promise<void> {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  listen(main, (fault) => (fault === null ? start(main) : tell(main, fault)));
  const chart = main.querySelector<HTMLElement>('.chart');
  const figure = chart?.closest('figure');
  if (!chart || !figure) return;
  const language = languages.find((it) => it === document.documentElement.lang) ?? 'en';
  const numbers = await fetchNumbers(chart.dataset, signal).catch((error: unknown) => {
    // Something else was chosen meanwhile.
    if (signal.aborted) return null;
    throw error;
  });
  if (!numbers) return;
  const words = wordsOf(language).of(numbers.vocabulary);
  const names = numbers.places.places.map((place) => words.placeName(place));
  const measures = numbers.query.measure.map((id) => words.measure(id).panel);
  await loadFonts([JSON.stringify(words.drawing), ...measures, ...names].join());
  if (signal.aborted) return;
  stop?.();
  const live = document.createElement('div');
  live.className = 'live';
  const below = document.createElement('div');
  chart.append(live);
  figure.after(below);
  const root = createRoot(live);
  stop = () => root.unmount();
  root.render(
    <LiveChart numbers={numbers} words={words} room={live} below={below} drawn={() => show(chart)} />,
  );
}

/** Puts the live chart in place of the drawn one, which had the focus in its place. */
function show(chart: HTMLElement): void {
  const hadFocus = document.activeElement === chart;
  chart.classList.add('is-live');
  chart.removeAttribute('tabindex');
  if (hadFocus) chart.querySelector<HTMLElement>('.chart-walk')?.focus({ preventScroll: true });
}

function tell(main: HTMLElement, text: string): void {
  const hint = main.querySelector<HTMLElement>('.hint');
  if (hint) hint.textContent = text;
}
