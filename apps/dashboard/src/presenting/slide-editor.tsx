import { resolveQuery } from '@article21/charts';
import { LONGEST_IN_SHOW, type ShownView } from '@article21/contract/client';
import { chartTexts } from '@article21/messages';
import { printView } from '@article21/pages/address';
import { Link } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { countsQuery } from '../queries.ts';
import { SlideThumbnail } from './slide-thumbnail.tsx';
import { slideView } from './slides.ts';
import type { Dragging } from './use-dragging.ts';

interface SlideEditorProps {
  slide: ShownView;
  at: number;
  last: boolean;
  dragging: Dragging;
  /** `by` is the button that was pressed. */
  move(to: number, by: string): void;
  remove(): void;
  write(slide: ShownView): void;
}

/** One view of the list: its picture, what it says, its title and notes, and where it stands. */
export function SlideEditor({ slide, at, last, dragging, move, remove, write }: SlideEditorProps) {
  const { view, words, lang, places } = usePage();
  const { present } = words.ui;
  const known = places ? { places: places.places.map(({ id }) => id) } : {};
  const { query, issues } = slideView(slide, view.query, known);
  const resolved = resolveQuery(query);
  const { data } = useQuery({ ...countsQuery(resolved, lang), enabled: places !== null });
  const name = words.fill(present.view, { n: words.number(at + 1) });
  const to = printView({ route: { page: 'charts' }, query, show: view.show });
  const sentence = data?.headlines.map(({ text }) => text).join(' ');
  const { name: chart } = chartTexts(resolved.chart, resolved, words);
  const moveByKey = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined || at + step < 0 || (last && step > 0)) return;
    event.preventDefault();
    move(at + step, present.move);
  };
  return (
    <li className="slide-editor" {...dragging.target(at)}>
      <div className="slide-picture" {...dragging.source(at)}>
        <SlideThumbnail query={query} />
        <button
          type="button"
          className="slide-handle"
          aria-label={`${present.move}: ${name}`}
          title={present.moveHow}
          onKeyDown={moveByKey}
        >
          <span aria-hidden="true">⠿</span> {present.move}
        </button>
      </div>
      <div className="slide-texts">
        <h2>
          <span className="slide-name">
            {name} · {chart}
          </span>{' '}
          <Link href={to}>{sentence ?? '…'}</Link>
        </h2>
        {issues.length > 0 ? <p className="notice">{words.ui.state.unreadable}</p> : null}
        <Text
          key={`title ${slide.title}`}
          label={present.viewTitle}
          value={slide.title}
          longest={LONGEST_IN_SHOW.title}
          write={(title) => write({ ...slide, title })}
        />
        <Text
          key={`notes ${slide.notes}`}
          long
          label={present.notes}
          value={slide.notes}
          longest={LONGEST_IN_SHOW.notes}
          write={(notes) => write({ ...slide, notes })}
        />
        <p className="slide-commands">
          {command(present.up, at === 0, () => move(at - 1, present.up))}
          {command(present.down, last, () => move(at + 1, present.down))}
          {command(present.remove, false, remove)}
        </p>
      </div>
    </li>
  );

  function command(label: string, off: boolean, run: () => void) {
    return (
      <button type="button" className="button" disabled={off} aria-label={`${label}: ${name}`} onClick={run}>
        {label}
      </button>
    );
  }
}

interface TextProps {
  label: string;
  value: string;
  longest: number;
  long?: boolean;
  write(text: string): void;
}

/** Written into the address when it is left: a link that changes with each letter would be one that browsers refuse. */
function Text({ label, value, longest, long = false, write }: TextProps) {
  const id = useId();
  const field = {
    id,
    className: 'input',
    defaultValue: value,
    maxLength: longest,
    onBlur: ({ target }: { target: { value: string } }) => {
      if (target.value !== value) write(target.value);
    },
  };
  return (
    <p className="slide-text">
      <label htmlFor={id}>{label}</label>
      {long ? <textarea rows={2} {...field} /> : <input type="text" {...field} />}
    </p>
  );
}
