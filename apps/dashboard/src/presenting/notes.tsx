import { usePage } from '../frame/page-context.tsx';
import { Panel } from './panel.tsx';

/** What the speaker wanted to say of a slide. */
export function Notes({ notes, close }: { notes: string; close(): void }) {
  const { words } = usePage();
  const { present } = words.ui;
  return (
    <Panel title={present.notes} close={close}>
      <p className="present-notes">{notes || present.noNotes}</p>
    </Panel>
  );
}
