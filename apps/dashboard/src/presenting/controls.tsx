import { paths } from '@article21/contract/client';
import { FileLink } from '../frame/file-link.tsx';
import { usePage } from '../frame/page-context.tsx';
import type { Command } from './keys.ts';
import type { ReadySlide } from './prepare.ts';
import { usePresentation } from './use-presentation.ts';

interface ControlsProps {
  at: number;
  slides: readonly ReadySlide[];
  /** Whether all is there, or what stands in the way of the speaker. */
  status: string;
  quoting: boolean;
  run(command: Command): void;
}

/** For whoever points or touches; each says its key. */
export function Controls({ at, slides, status, quoting, run }: ControlsProps) {
  const { view, words, lang } = usePage();
  const { snapshot } = view.query;
  const { show } = usePresentation();
  const { present } = words.ui;
  const numbers = { n: words.number(at + 1), all: words.number(slides.length) };
  const sentence = slides[at]?.counts.headlines.map(({ text }) => text).join(' ');
  return (
    <nav className="present-controls" aria-label={present.title}>
      {button('previous', present.previous, '←', { isOff: at === 0 })}
      <span className="present-progress">
        {words.fill(present.progress, numbers)}
        <progress value={at + 1} max={slides.length} aria-label={present.title} />
      </span>
      {button('next', present.next, '→', { isOff: at === slides.length - 1 })}
      <span className="present-ready" role="status">
        {status}
      </span>
      {button('quotations', present.quotations, 'Q', { isExpanded: quoting })}
      {button('notes', present.presenter, 'N')}
      {document.fullscreenEnabled ? button('fullScreen', present.fullScreen, 'F') : null}
      <FileLink className="present-button" href={paths.chartPdf({ show, lang, snapshot })} download>
        {present.savePdf}
      </FileLink>
      {button('leave', present.leave, 'Esc')}
      <span className="hidden" aria-live="polite">
        {words.fill(present.progress, numbers)}. {slides[at]?.slide.title} {sentence}
      </span>
    </nav>
  );

  function button(command: Command, label: string, key: string, state: ButtonState = {}) {
    const { isOff = false, isExpanded } = state;
    return (
      <button
        type="button"
        className="present-button"
        // Not disabled: whoever has the focus on it would lose the place.
        aria-disabled={isOff}
        {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
        onClick={() => run(command)}
      >
        {label} <kbd>{key}</kbd>
      </button>
    );
  }
}

interface ButtonState {
  isOff?: boolean;
  /** Of what opens something. */
  isExpanded?: boolean;
}
