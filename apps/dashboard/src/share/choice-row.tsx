interface ChoiceRowProps<Id extends string> {
  label: string;
  ids: readonly Id[];
  /** Null where it is none of these. */
  chosen: Id | null;
  nameOf(id: Id): string;
  choose(id: Id): void;
}

/** One of a few ways, all of them in sight; they wrap where there is little room. */
export function ChoiceRow<Id extends string>({ label, ids, chosen, nameOf, choose }: ChoiceRowProps<Id>) {
  return (
    <fieldset className="switch share-switch" aria-label={label}>
      {ids.map((id) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => choose(id)}>
          {nameOf(id)}
        </button>
      ))}
    </fieldset>
  );
}
