import type { ChartContext, Mark } from './chart.ts';
import { measuresOf } from './rows.ts';

/** Marks that are read out in full before the rest is only counted. */
const READ = 12;

/** The text alternative of a chart: what it is, then plot by plot what each mark says, then the notes. */
export function describe(
  name: string,
  marks: readonly Mark[],
  notes: readonly string[],
  context: ChartContext,
): string {
  const { words } = context;
  const plots = measuresOf(context).map((measure) => {
    const own = marks.filter((mark) => mark.measure === measure);
    if (own.length === 0) return `${words.measure[measure].panel}. ${words.drawing.noNumber}`;
    const read = own.slice(0, READ).map((mark) => mark.label);
    const rest = own.length - read.length;
    if (rest > 0) read.push(words.plural(words.drawing.moreMarks, rest));
    return `${words.measure[measure].panel}. ${read.join('; ')}.`;
  });
  const synthetic = context.synthetic ? [`${words.ui.synthetic}.`] : [];
  const title = context.title ? [`${context.title.replace(/[.\s]+$/, '')}.`] : [];
  if (context.title && context.addedTitle) title.push(words.drawing.addedTitle);
  return [...synthetic, ...title, `${name}.`, ...plots, ...notes.map(sentence)].join(' ');
}

function sentence(note: string): string {
  return /[.!?]$/.test(note) ? note : `${note}.`;
}
