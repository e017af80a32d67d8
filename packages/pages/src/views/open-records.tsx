import { unbroken } from '@article21/messages';
import type { Opened } from '../address/index.ts';
import { Link } from './link.tsx';
import { useSite } from './site.tsx';

interface OpenRecordsProps {
  opened: Opened;
  records: number;
  /** What it is that they stand behind, where the words around do not say it. */
  label?: string;
  /** The number alone: the column says what it is. */
  brief?: boolean;
}

/** "5 records": the way from a number to what stands behind it, which a program shows. Nothing where there are none. */
export function OpenRecords({ opened, records, label, brief = false }: OpenRecordsProps) {
  const { words, href, isLive } = useSite();
  if (records === 0) return null;
  const text = words.plural(words.ui.evidence.records, records);
  const shown = unbroken(brief ? words.number(records) : text);
  if (!isLive) return <span className="open-records">{shown}</span>;
  return (
    <Link
      className="open-records"
      href={href({ opened })}
      // In a row that is pressed as a whole, the link has its own ways, such as opening a new tab.
      onClick={(event) => event.stopPropagation()}
      {...(label ? { 'aria-label': `${text}: ${label}` } : {})}
    >
      {shown}
    </Link>
  );
}
