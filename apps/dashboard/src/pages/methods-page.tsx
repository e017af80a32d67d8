import './source-page.css';
import '../methods/methods.css';
import { writtenQuantities } from '@article21/charts';
import { measureIds, printQuantity } from '@article21/model';
import { usePageTexts } from '../about/page-texts.ts';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { DataEnd } from '../methods/data-end.tsx';
import { ExampleChart } from '../methods/example-chart.tsx';
import { Marked } from '../methods/marked.tsx';
import { MeasureTexts } from './measure-texts.tsx';

const quantities = writtenQuantities();

/** How words become numbers, what every measure counts, how doubt is written and drawn, and where the data end. */
export function MethodsPage() {
  const { words } = usePage();
  const { methods, rules } = usePageTexts();
  useTitle(words.ui.footer.method);
  return (
    <div className="text-page methods">
      <h1>{words.ui.footer.method}</h1>
      <section>
        <h2 className="section-title">{words.ui.filter.measures}</h2>
        <MeasureTexts measures={measureIds} />
      </section>
      <section>
        <h2 className="section-title">{methods.notation}</h2>
        <p>{methods.notationText}</p>
        <Notation />
      </section>
      <section>
        <h2 className="section-title">{methods.drawn}</h2>
        <p>{methods.drawnText}</p>
        <p className="methods-aside">{methods.example}</p>
        <ExampleChart />
      </section>
      <section>
        <h2 className="section-title">{methods.ends}</h2>
        <DataEnd />
      </section>
      <section>
        <h2 className="section-title" id="rules">
          {methods.rules}
        </h2>
        <p>{methods.rulesText}</p>
        <ol className="rules">
          {rules.map((rule) => (
            <li key={rule}>
              <Marked text={rule} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Notation() {
  const { words } = usePage();
  const { methods } = usePageTexts();
  return (
    <table className="notation">
      <thead>
        <tr>
          <th scope="col">{methods.written}</th>
          <th scope="col">{methods.means}</th>
          <th scope="col">{methods.signs}</th>
        </tr>
      </thead>
      <tbody>
        {quantities.map(({ notation, estimate }) => (
          <tr key={notation}>
            <th scope="row">
              <code>{printQuantity(estimate)}</code>
            </th>
            <td>{words.count(estimate, 'detentions')}</td>
            <td>{words.estimate(estimate, 'detentions')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
