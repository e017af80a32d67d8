import type { SnapshotSummary } from '@article21/store';
import { type Command, exits } from '../command.ts';
import { counted, table, visible } from '../output.ts';
import { openDataDir, placeOfStore, pointedAt } from '../store.ts';

export const snapshots: Command = {
  name: 'snapshots',
  summary: 'list what was published, the last published first; * marks what is served',
  parameters: [],
  options: {},
  async run(call) {
    const store = await openDataDir(call);
    const { shownRetractions } = await import('@article21/store');
    const list = await store.list();
    const readable = new Set(list.map(({ id }) => id));
    const damaged = (await store.ids()).filter((id) => !readable.has(id));
    const current = await pointedAt(store);
    const problems = [
      ...(current.problem === null ? [] : [current.problem]),
      ...damaged.map((id) => `snapshot ${id} is damaged (npm run article21 -- verify ${id} says where)`),
    ];
    const retracted = shownRetractions(await store.retractions());
    // What was said of each when it was last published.
    const notes = Object.fromEntries(
      (await store.log()).flatMap(({ what, to, note }) => (what === 'published' && note ? [[to, note]] : [])),
    );
    const empty = list.length === 0 && damaged.length === 0;
    return {
      exit: problems.length > 0 ? exits.damaged : exits.done,
      json: {
        ok: problems.length === 0,
        command: 'snapshots',
        current: current.id,
        snapshots: list,
        publicationNotes: notes,
        damaged,
        retracted,
        problems,
      },
      text: [
        ...rows(list, notes),
        ...retracted.map(
          ({ snapshot, at, reason }) => `  ${snapshot} was retracted on ${at.slice(0, 10)}: ${reason}`,
        ),
      ],
      notes: empty ? [`nothing has been published in ${await placeOfStore(call)} yet`] : problems,
    };
  },
};

function rows(list: readonly SnapshotSummary[], notes: Readonly<Record<string, string>>): string[] {
  return table(
    list.map(({ id, title, version, synthetic, records, publishedAt, current }) => [
      `${current ? '*' : ' '} ${id}`,
      counted(records, 'record'),
      publishedAt === null ? '' : publishedAt.slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' '),
      `${visible(title)} ${visible(version)}${synthetic ? ' (synthetic)' : ''}${notes[id] === undefined ? '' : `: ${visible(notes[id])}`}`,
    ]),
  );
}
