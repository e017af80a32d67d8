import { drawNotation } from '@article21/charts';
import { endpoints } from '@article21/contract';
import { notationWidths } from '@article21/pictures';
import { answerKeys } from '../page-data.ts';
import { MethodsView } from '../views/index.ts';
import { Drawn } from './picture.tsx';
import type { PageSubject } from './subject.ts';
import { answerTo, type PageContent, snapshotOf } from './view.tsx';

/** What every measure counts, how doubt is written, and how words become numbers. */
export async function methodsPage(subject: PageSubject): Promise<PageContent> {
  const { words, texts, query } = subject;
  const { methods } = texts;
  const snapshot = await snapshotOf(subject);
  const { coverage } = await answerTo(endpoints.coverage, subject);
  return {
    title: words.ui.footer.method,
    description: `${methods.rulesText} ${methods.notationText}`,
    view: (
      <MethodsView snapshot={snapshot} coverage={coverage} texts={texts} example={<Example {...subject} />} />
    ),
    answers: [[answerKeys.coverage(query.snapshot), coverage]],
  };
}

/** How each way of stating a quantity is drawn; its room, where nobody had time to draw it. */
function Example({ picture, words }: PageSubject) {
  if (!picture) {
    const { height } = drawNotation({ words, width: notationWidths[1], theme: 'light' });
    return <figure className="chart" style={{ minHeight: height }} />;
  }
  return <Drawn {...picture} />;
}
