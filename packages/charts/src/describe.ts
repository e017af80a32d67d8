import type { Mark } from './chart.ts';
import type { Plot } from './plot.ts';
import { measuresOf } from './rows.ts';

/** Marks that are read out in full before the rest is only counted. */
const READ = 12;

/** The text alternative of a chart: what it is, then plot by plot what each mark says, then the notes. */
export function describe(name: string, marks: readonly Mark[], notes: readonly string[], plot: Plot): string {
  const { words } = plot;
  const plots = measuresOf(plot).map((measure) => {
    const own = marks.filter((mark) => mark.measure === measure);
    if (own.length === 0) return `${words.measure[measure].panel}. ${words.drawing.noNumber}`;
    const read = own.slice(0, READ).map((mark) => mark.label);
    const rest = own.length - read.length;
    if (rest > 0) read.push(words.plural(words.drawing.moreMarks, rest));
    return `${words.measure[measure].panel}. ${read.join('; ')}.`;
  });
  const synthetic = plot.synthetic ? [`${words.ui.synthetic}.`] : [];
  const title = plot.title ? [`${plot.title.replace(/[.\s]+$/, '')}.`] : [];
  if (plot.title && plot.addedTitle) title.push(words.drawing.addedTitle);
  return [...synthetic, ...title, `${name}.`, ...plots, ...notes.map(sentence)].join(' ');
}

function sentence(note: string): string {
  return /[.!?]$/.test(note) ? note : `${note}.`;
}
