import type { I18n } from './page.tsx';

interface FileFieldProps {
  i18n: I18n;
  name: string;
  /** What kind of file it is for. */
  label: string;
  /** The endings that are taken. */
  endings: readonly string[];
  required?: boolean;
}

/**
 * Where a file is chosen or dropped. The browser's own control speaks the browser's language and not the page's: it lies unseen over
 * words of our own, which `chosen-file.js` changes into the name of the file. Without a script it is shown as it is.
 */
export function FileField({ i18n: { texts }, name, label, endings, required = false }: FileFieldProps) {
  return (
    <label className="file">
      <span className="button">{texts.choosing.choose}</span>
      <span className="chosen">{texts.choosing.none}</span>
      <input type="file" name={name} aria-label={label} accept={endings.join(',')} required={required} />
    </label>
  );
}
