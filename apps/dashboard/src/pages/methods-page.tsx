import './source-page.css';
import { measureIds } from '@article21/model';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { MeasureTexts } from './measure-texts.tsx';

/** What every measure counts, and what one must not read into it. */
export function MethodsPage() {
  const { words } = usePage();
  useTitle(words.ui.footer.method);
  return (
    <section className="text-page method">
      <h1>{words.ui.footer.method}</h1>
      <MeasureTexts measures={measureIds} />
    </section>
  );
}
