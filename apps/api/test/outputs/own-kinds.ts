import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDataset } from '@article21/ingest';
import type { Store } from '@article21/store';

/** A label that is markup, a formula and a template at once. */
export const HOSTILE = '=Damage <b onclick="x()">&amp; {n}</b> $& \'1\'';

const sentences = [
  'On 2 April two journalists were beaten in Almaty',
  'and cameras worth EUR 900 were broken',
  'On 9 May about five journalists were pushed in Semey',
  'A family was put out of its flat in Semey in June',
  'Three people were detained in Almaty on 2 April',
  'in May several families were put out of their flats',
];

const files: Readonly<Record<string, string>> = {
  'datapackage.json': JSON.stringify({
    name: 'own-kinds',
    title: 'Journalists and homes',
    version: '1.0.0',
    created: '2026-11-23',
    licenses: [{ name: 'CC-BY-4.0' }],
  }),
  'kinds.csv': `id,label_en,label_ru,definition_en
attack_on_journalist,Attack on a journalist,Нападение на журналиста,A journalist was hit or lost equipment.
eviction,,Выселение,A family was put out of its flat.
`,
  'measures.csv': `id,kind,quantity,label_en,label_ru,definition_en,unit_en,unit_ru,caveat_en
journalists_attacked,attack_on_journalist,count,Journalists attacked,Нападения на журналистов,How many journalists were attacked.,=journalists,журналисты,One journalist may be attacked twice.
damage,attack_on_journalist,amount,"${HOSTILE.replaceAll('"', '""')}",Ущерб,What the broken equipment was worth.,,,
evictions,eviction,records,,Выселения,Reports of families put out of their flats.,,,
`,
  'places.csv': `id,kind,parent,country,lat,lon,name_en,name_ru
kz,country,,KZ,,,Kazakhstan,Казахстан
almaty,city,kz,KZ,43.24,76.92,Almaty,Алматы
semey,city,kz,KZ,50.41,80.23,Semey,Семей
`,
  'sources.csv': `id,title,publisher,date,url,language,visibility,rights,file
report,Report,Example Monitor,2026,https://example.org/1,en,public,its publisher’s,sources/report.txt
`,
  'sources/report.txt': `${sentences.join('. ')}.\n`,
  'evidence.csv': `record,source,quote,stated
a1,report,${sentences[0]},two
a1,report,${sentences[1]},EUR 900
a2,report,${sentences[2]},about five
e1,report,${sentences[3]},A family
e2,report,${sentences[5]},several
d1,report,${sentences[4]},Three
`,
  'records.csv': `id,kind,place,date,phase,count,amount,days,basis
a1,attack_on_journalist,almaty,2026-04-02,,2,900 EUR,,incident
a2,attack_on_journalist,semey,2026-05-09,,~5,,,incident
e1,eviction,semey,2026-06,,1,,,incident
e2,eviction,kz,2026-05,,?,,,incident
d1,detention,almaty,2026-04-02,,3,,,incident
`,
};

/** Publishes a dataset with two kinds and three measures of its own; answers the snapshot's id. */
export async function publishOwnKinds(store: Store, path: string): Promise<string> {
  const folder = join(path, 'own-kinds');
  await mkdir(join(folder, 'sources'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const result = await store.publish(folder, readDataset);
  if (!result.ok) throw new Error(`the dataset of a test has issues: ${JSON.stringify(result.issues)}`);
  return result.id;
}
