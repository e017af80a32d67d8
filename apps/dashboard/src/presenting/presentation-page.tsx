import './presentation-page.css';
import { paths, type ShowFault, type ShownView } from '@article21/contract/client';
import { Link } from '@article21/pages/views';
import { type ChangeEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { FileLink } from '../frame/file-link.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { Handout } from './handout.tsx';
import { printFile, readFile } from './presentation-file.ts';
import { SavedList } from './saved-list.tsx';
import { forget, useSaved } from './saved-presentations.ts';
import { SlideEditor } from './slide-editor.tsx';
import { moved } from './slides.ts';
import { useDragging } from './use-dragging.ts';
import { type Presentation, usePresentation } from './use-presentation.ts';

/** The views of a presentation in their order, with their titles and notes. */
export function PresentationPage() {
  const { words } = usePage();
  const { present } = words.ui;
  const presentation = usePresentation();
  const { read, slides, show, keep, open } = presentation;
  const [status, setStatus] = useState<string>('');
  const keys = keysOf(slides);
  const list = useRef<HTMLOListElement>(null);
  useTitle(present.title);
  const change = (next: readonly ShownView[], done: string) => {
    const fault = keep(next);
    setStatus(fault ? present.fault[fault] : done);
    return fault === null;
  };
  const move = (from: number, to: number, by: string) => {
    const places = { from: words.number(from + 1), to: words.number(to + 1) };
    flushSync(() => change(moved(slides, from, to), words.fill(present.moved, places)));
    const item = list.current?.children[to];
    if (by === present.move) item?.querySelector<HTMLElement>('.slide-handle')?.focus();
    else focusCommand(item, by);
  };
  const dragging = useDragging((from, to) => move(from, to, present.move));
  const remove = (at: number) => {
    if (!change(slides.toSpliced(at, 1), present.removed)) return;
    list.current?.focus();
  };
  return (
    <div className="presentation">
      <h1>{present.title}</h1>
      {'fault' in read ? <Fault fault={read.fault} /> : null}
      <Commands
        {...presentation}
        put={(next) => change(next, words.plural(present.opened, next.length))}
        say={setStatus}
      />
      <p className="presentation-said" role="status">
        {status}
      </p>
      {slides.length === 0 ? <Nothing /> : <WhereKept {...presentation} />}
      <ol ref={list} tabIndex={-1} aria-label={present.title} className="presentation-slides">
        {slides.map((slide, at) => (
          <SlideEditor
            key={keys[at]}
            slide={slide}
            at={at}
            last={at === slides.length - 1}
            dragging={dragging}
            move={(to, by) => move(at, to, by)}
            remove={() => remove(at)}
            write={(next) => change(slides.with(at, next), '')}
          />
        ))}
      </ol>
      <SavedList shown={show} open={open} />
      <Handout slides={slides} />
    </div>
  );
}

/** The focus goes along with what was moved; at an end, the way back has it. */
function focusCommand(item: Element | undefined, by: string): void {
  const buttons = item?.querySelectorAll<HTMLButtonElement>('.slide-commands button');
  const pressable = [...(buttons ?? [])].filter((it) => !it.disabled);
  (pressable.find((it) => it.textContent === by) ?? pressable[0])?.focus();
}

/** Two views may be the same: the second of them is told from the first. */
function keysOf(slides: readonly ShownView[]): string[] {
  return slides.map(({ query }, at) => {
    const before = slides.slice(0, at).filter((it) => it.query === query).length;
    return `${before} ${query}`;
  });
}

function Fault({ fault }: { fault: ShowFault }) {
  const { words } = usePage();
  return (
    <p className="notice" role="alert">
      {words.ui.present.fault[fault]}
    </p>
  );
}

/** That whoever has the link has the presentation, and whether this browser has it too. */
function WhereKept({ show, open }: Presentation) {
  const { words } = usePage();
  const { present } = words.ui;
  const isKept = useSaved().all.some((it) => it.show === show);
  const forgetIt = () => {
    if (show !== null) forget(show);
  };
  return (
    <p className="presentation-kept">
      {present.kept} {isKept ? present.keptToo : present.notKept}{' '}
      {isKept ? (
        <button type="button" className="quiet" onClick={forgetIt}>
          {present.forget}
        </button>
      ) : null}{' '}
      <button type="button" className="quiet" onClick={() => open(null)}>
        {present.begin}
      </button>
    </p>
  );
}

function Nothing() {
  const { words, href } = usePage();
  const { present } = words.ui;
  return (
    <section className="empty">
      <p>{present.empty}</p>
      <Link className="button" href={href({ route: { page: 'charts' } })}>
        {present.toCharts}
      </Link>
    </section>
  );
}

interface CommandsProps extends Pick<Presentation, 'slides' | 'show'> {
  put(slides: readonly ShownView[]): void;
  say(text: string): void;
}

function Commands({ slides, show, put, say }: CommandsProps) {
  const { view, words, lang, href } = usePage();
  const { present } = words.ui;
  const { snapshot } = view.query;
  const input = useRef<HTMLInputElement>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // The same file, mended, can be chosen again.
    target.value = '';
    if (!file) return;
    const read = await readFile(file);
    if ('fault' in read) say(present.fault[read.fault]);
    else put(read.slides);
  };
  return (
    <p className="presentation-commands">
      {slides.length > 0 ? (
        <>
          <Link className="button button-main" href={href({ route: { page: 'present' }, show })}>
            {present.start}
          </Link>
          <button type="button" className="button" onClick={() => save(printFile(slides))}>
            {present.save}
          </button>
          <FileLink className="button" href={paths.chartPptx({ show, lang, snapshot })} download>
            {present.saveSlides}
          </FileLink>
          <FileLink className="button" href={paths.chartPdf({ show, lang, snapshot })} download>
            {present.savePdf}
          </FileLink>
        </>
      ) : null}
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {present.open}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={present.open}
        onChange={(event) => void choose(event)}
      />
    </p>
  );
}

function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'presentation.article21.json';
  link.click();
  // The browser has read the address by then; at once would be too early for some.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
