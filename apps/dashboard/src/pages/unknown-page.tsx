import { Link } from '@article21/pages/views';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';

export function UnknownPage() {
  const { words, href } = usePage();
  useTitle(words.ui.state.notFound);
  return (
    <section className="text-page">
      <h1>{words.ui.state.notFound}</h1>
      <p>{words.ui.page.failure.missingHint}</p>
      <p>
        <Link href={href({ route: { page: 'charts' } })}>{words.ui.nav.charts}</Link>
      </p>
    </section>
  );
}
