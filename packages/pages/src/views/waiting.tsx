import { useSite } from './site.tsx';

/** Something is on its way. Says so only after a moment, so that what comes at once does not flicker. */
export function Waiting({ tall = false }: { tall?: boolean }) {
  const { words } = useSite();
  return (
    <div className={tall ? 'waiting waiting-tall' : 'waiting'} role="status">
      <span className="waiting-line" aria-hidden="true" />
      {words.ui.state.loading}
    </div>
  );
}
