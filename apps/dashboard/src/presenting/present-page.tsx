import './present.css';
import { Link } from '@article21/pages/views';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { prepare, type ReadySlide } from './prepare.ts';
import { Show } from './show.tsx';
import { usePresentation } from './use-presentation.ts';

/** The presentation, one view a screen. Nothing is shown before everything is here. */
export function PresentPage() {
  const { words } = usePage();
  const { read, slides } = usePresentation();
  const { ready, done, error, retry } = usePrepared();
  const { present } = words.ui;
  useTitle(present.title);
  if (slides.length === 0)
    return <Nothing text={'fault' in read ? present.fault[read.fault] : present.empty} />;
  if (error)
    return (
      <main className="present-waiting">
        <Failure heads error={error} retry={retry} />
      </main>
    );
  if (!ready) {
    const progress = { done: words.number(done), all: words.number(slides.length) };
    return (
      <main className="present-waiting">
        <p role="status">{words.fill(present.preparing, progress)}</p>
      </main>
    );
  }
  return <Show slides={ready} />;
}

function Nothing({ text }: { text: string }) {
  const { words, href } = usePage();
  return (
    <main className="present-waiting">
      <section className="empty">
        <p>{text}</p>
        <Link className="button" href={href({ route: { page: 'presentation' } })}>
          {words.ui.present.title}
        </Link>
      </section>
    </main>
  );
}

function usePrepared() {
  const client = useQueryClient();
  const { view, lang } = usePage();
  const { slides } = usePresentation();
  const [done, setDone] = useState(0);
  const [ready, setReady] = useState<ReadySlide[] | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [attempt, setAttempt] = useState(0);
  // Which slide is shown changes the address, and nothing that is needed.
  useEffect(() => {
    let wanted = true;
    setError(null);
    prepare(client, { slides, page: view.query, lang, tell: (n) => wanted && setDone(n) }).then(
      (it) => wanted && setReady(it),
      (reason: unknown) => wanted && setError(reason instanceof Error ? reason : new Error(String(reason))),
    );
    return () => {
      wanted = false;
    };
  }, [client, slides, lang, attempt]);
  return { ready, done, error, retry: () => setAttempt(attempt + 1) };
}
