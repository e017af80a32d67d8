import { usePage } from '../frame/page-context.tsx';
import { Link } from '../url/link.tsx';
import type { Opened } from '../url/opened.ts';

/** "5 records": the way from a number to what stands behind it. Nothing where there are none. */
export function OpenRecords({ opened, records, label }: { opened: Opened; records: number; label?: string }) {
  const { words, href } = usePage();
  if (records === 0) return null;
  const text = words.plural(words.ui.evidence.records, records);
  return (
    <Link
      className="open-records"
      href={href({ opened })}
      {...(label ? { 'aria-label': `${text}: ${label}` } : {})}
    >
      {text}
    </Link>
  );
}
