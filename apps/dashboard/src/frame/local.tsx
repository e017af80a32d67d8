import { localText } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { snapshotQuery } from '../queries.ts';
import { usePage } from './page-context.tsx';

interface LocalProps<Field extends string> {
  of: Parameters<typeof localText<Field>>[0];
  field: Field;
}

/** A text of the dataset in the reader's language; else in the dataset's own, which is then named in the page. */
export function Local<Field extends string>({ of, field }: LocalProps<Field>) {
  const { view, lang } = usePage();
  const { data } = useQuery(snapshotQuery(view.query.snapshot));
  const { text, language } = localText(of, field, lang, data?.dataset.language ?? lang);
  return language === lang ? text : <span lang={language}>{text}</span>;
}
