import { unbroken } from '@article21/messages';
import { localText, textIn } from '@article21/model';
import { useSite } from './site.tsx';

interface LocalProps<Field extends string> {
  of: Parameters<typeof localText<Field>>[0];
  field: Field;
}

/** A text of the dataset in the reader's language; else in the dataset's own, which is then named in the page. */
export function Local<Field extends string>({ of, field }: LocalProps<Field>) {
  const { lang, ownLanguage } = useSite();
  const { text, language } = localText(of, field, lang, ownLanguage);
  return language === lang ? unbroken(text) : <span lang={language}>{unbroken(text)}</span>;
}

interface TranslatedProps<Field extends string> {
  of: Parameters<typeof textIn<Field>>[0];
  field: Field;
}

/** A text that the dataset has in some languages; where that of the reader is not among them, its language is named. */
export function Translated<Field extends string>({ of, field }: TranslatedProps<Field>) {
  const { lang } = useSite();
  const { text, language } = textIn(of, field, lang);
  return language === lang ? unbroken(text) : <span lang={language}>{unbroken(text)}</span>;
}
