import type { Words } from '@article21/messages';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { usePage } from '../frame/page-context.tsx';

type Spoken = Record<string, string | (() => string)>;

/**
 * The few words of React Aria's own that the parts used here say, by its package. Its dictionaries know no Kazakh and
 * are left out of the program. It reads these from the window, once; what they hold follows the page's language.
 */
const spoken = {
  '@react-aria/autocomplete': {} as Spoken,
  '@react-aria/datepicker': {} as Spoken,
  '@react-aria/overlays': {} as Spoken,
  '@react-aria/spinbutton': {} as Spoken,
  '@react-stately/datepicker': {} as Spoken,
  'react-aria-components': {} as Spoken,
};

Object.assign(window, {
  [Symbol.for('react-aria.i18n.locale')]: 'en-GB',
  [Symbol.for('react-aria.i18n.strings')]: spoken,
});

// React Aria would add a style element, which the page's policy refuses, unless one of this name stands there already.
const style = document.createElement('meta');
style.id = 'react-aria-pressable-style';
document.head.append(style);

/** Around everything of React Aria: it then speaks the words of the page. */
export function AriaWords({ children }: { children: ReactNode }) {
  const { words } = usePage();
  speak(words);
  return <I18nProvider locale={words.dateFields}>{children}</I18nProvider>;
}

function speak({ ui }: Words): void {
  Object.assign(spoken['@react-aria/autocomplete'], { collectionLabel: ui.filter.places });
  // The ends of a period are read in their parts; the date as a whole would be said in the words of the browser.
  Object.assign(spoken['@react-aria/datepicker'], { selectedDateDescription: () => '' });
  Object.assign(spoken['@react-aria/overlays'], { dismiss: ui.filter.close });
  Object.assign(spoken['@react-aria/spinbutton'], { Empty: ui.choice.emptyPart });
}
