import { type FolderRows, townsWithoutRegion } from '@article21/import';
import { placeName } from '../names.ts';
import type { I18n } from '../pages/page.tsx';

/** Before the id of a place, the name of the field that says where it lies. */
export const REGION = 'region:';

/** How many places are named. */
const NAMED = 12;

/** The towns that no rule can say to be in their region, how many records they have, and what is done about it. */
export function Regions({ i18n, rows }: { i18n: I18n; rows: FolderRows }) {
  const { texts, words, language } = i18n;
  const { regions } = texts.protection;
  const towns = townsWithoutRegion(rows);
  if (towns.length === 0) return null;
  const name = (id: string) => placeName(rows, id, language);
  const records = towns.reduce((sum, it) => sum + it.records, 0);
  const named = towns.slice(0, NAMED).map(({ id }) => name(id));
  return (
    <section aria-labelledby="regions">
      <h2 id="regions" className="section-title">
        {regions.title}
      </h2>
      <p>{`${words.plural(regions.records, records)} ${named.join(', ')}${towns.length > NAMED ? ' …' : ''}`}</p>
      <p className="muted">{regions.what}</p>
      <form method="post" action="/protection/regions" className="record">
        {towns
          .filter(({ isCertain }) => !isCertain)
          .map(({ id, proposals }) => (
            <p key={id}>
              <label>
                {`${words.fill(regions.where, { place: name(id) })} `}
                <select className="input" name={REGION + id} defaultValue="">
                  <option value="">…</option>
                  {proposals.map((it) => (
                    <option key={it.answer} value={it.answer}>
                      {it.names[`name_${language}`] ?? it.name}
                    </option>
                  ))}
                </select>
              </label>
            </p>
          ))}
        <p>
          <button className="button" type="submit">
            {regions.add}
          </button>
        </p>
      </form>
    </section>
  );
}
