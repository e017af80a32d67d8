import type { Opened } from '@article21/pages/address';
import { Link } from '@article21/pages/views';
import { usePage } from '../frame/page-context.tsx';

interface OpenRecordsProps {
  opened: Opened;
  records: number;
  /** What it is that they stand behind, where the words around do not say it. */
  label?: string;
  /** The number alone: the column says what it is. */
  brief?: boolean;
}

/** "5 records": the way from a number to what stands behind it. Nothing where there are none. */
export function OpenRecords({ opened, records, label, brief = false }: OpenRecordsProps) {
  const { words, href } = usePage();
  if (records === 0) return null;
  const text = words.plural(words.ui.evidence.records, records);
  return (
    <Link
      className="open-records"
      href={href({ opened })}
      {...(label ? { 'aria-label': `${text}: ${label}` } : {})}
    >
      {brief ? words.number(records) : text}
    </Link>
  );
}
