import { resolveQuery } from '@article21/charts';
import './view-actions.css';
import { printQuery } from '@article21/model';
import { Link, ViewActions } from '@article21/pages/views';
import { useEffect, useState } from 'react';
import { print } from '../chart/paper.ts';
import { usePage } from '../frame/page-context.tsx';
import { ShareButton } from '../share/share-button.tsx';
import { usePresentation } from './use-presentation.ts';

/** What one can do with the view as a whole: add it to a presentation, print it. */
export function Actions() {
  const { view, words, href, isLive } = usePage();
  const { slides, show, keep } = usePresentation();
  const [status, setStatus] = useState('');
  const { present } = words.ui;
  const add = () => {
    const query = { ...resolveQuery(view.query), lang: null, theme: null, title: null };
    const next = [...slides, { query: printQuery(query), title: view.query.title ?? '', notes: '' }];
    const fault = keep(next);
    setStatus(fault ? present.fault[fault] : words.plural(present.added, next.length));
  };
  const presentation =
    isLive && slides.length > 0 ? (
      <Link href={href({ route: { page: 'presentation' }, show })}>
        {words.plural(present.edit, slides.length)}
      </Link>
    ) : null;
  return (
    <ViewActions
      status={status}
      add={add}
      presentation={presentation}
      share={<ShareButton />}
      printing={<Printing />}
    />
  );
}

/** A long table would take page after page: it is printed where that is wanted. */
function Printing() {
  const { words } = usePage();
  const { present } = words.ui;
  const [isOpen, setOpen] = useState(false);
  const [table, setTable] = useState(false);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-print-table', table);
    return () => document.documentElement.removeAttribute('data-print-table');
  }, [table]);
  return (
    <span className="view-printing">
      <button
        type="button"
        className="quiet"
        aria-expanded={isOpen}
        aria-controls="printing"
        onClick={() => setOpen(!isOpen)}
      >
        {present.print}
      </button>
      {isOpen ? (
        <span className="view-printing" id="printing">
          <label>
            <input type="checkbox" checked={table} onChange={() => setTable(!table)} /> {present.printTable}
          </label>
          <button type="button" className="button" onClick={print}>
            {present.printNow}
          </button>
        </span>
      ) : null}
    </span>
  );
}
