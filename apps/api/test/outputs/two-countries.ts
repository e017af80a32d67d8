import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDataset } from '@article21/ingest';
import type { Store } from '@article21/store';

const files = {
  'datapackage.json': JSON.stringify({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'two-countries',
    title: 'Two countries',
    version: '1.0.0',
    created: '2026-03-21T00:00:00Z',
    licenses: [{ name: 'CC-BY-4.0' }],
    resources: [{ name: 'records', path: 'records.csv' }],
  }),
  // Two countries, and two towns of one name.
  'places.csv': `id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata
kg,country,,KG,,,Kyrgyzstan,Кыргызстан,Қырғызстан,,
chuy,region,kg,KG,,,Chuy Region,Чуйская область,Шу облысы,,
osh-region,region,kg,KG,,,Osh Region,Ошская область,Ош облысы,,
oktyabr-c,city,chuy,KG,42.8,74.6,Oktyabr,Октябрь,Октябрь,,
oktyabr-o,city,osh-region,KG,40.7,72.9,Oktyabr,Октябрь,Октябрь,,
osh,city,osh-region,KG,40.5,72.8,Osh,Ош,Ош,,
uz,country,,UZ,,,Uzbekistan,Узбекистан,Өзбекстан,,
tashkent,city,uz,UZ,41.3,69.2,Tashkent,Ташкент,Ташкент,,
`,
  'attributes.csv': `id,value,label_en,label_ru,label_kk,definition_en
topic,,Topic,Тема,Тақырып,What the assembly was about.
topic,pay,"Pay, <hours> & leave",Оплата труда,Еңбекақы,
topic,land,Land,Земля,Жер,
authorised,,Authorised,Согласовано,Келісілген,Whether the authorities were notified and did not object.
authorised,no,No,Нет,Жоқ,
`,
  'sources.csv': `id,title,publisher,date,url,language,visibility,rights,file
s,Report,Monitor,2026-03-20,,en,public,Quoted with attribution,sources/s.txt
t,Bulletin,Observatory,2026-03-20,,en,public,Quoted with attribution,sources/t.txt
`,
  'sources/s.txt': 'Some people were held that winter.\n',
  'sources/t.txt': 'Some people were held that winter, too.\n',
  'assemblies.csv': `id,campaign,place,date,title_en,title_ru,title_kk,participants,authorised
rally,,osh,2025-12-20,Rally,Митинг,Митинг,,no
`,
  'rates.csv': `currency,from,to,eur,source
KGS,2025-12-01,2026-01-31,0.0098,National Bank
`,
  'coverage.csv': `place,from,to,source
osh,2025-12-01,2026-01-31,s
`,
};

/** The attributes of those records that state any: topic, authorised. */
const attributes: Readonly<Record<string, string>> = {
  ...{ d1: 'pay,no', d2: 'pay,', d3: 'land,', d6: ',no', f1: 'land,no' },
};

/** `id,kind,place,date,assembly,phase,count,amount,days,basis,note` of each record. */
const records = [
  'd1,detention,oktyabr-c,2025-12-12,,during,3,,,incident,',
  'd2,detention,oktyabr-o,2025-12-30,,after,~11282,,,incident,',
  'd3,detention,osh,,,,100,,,incident,',
  'd4,detention,osh,2026-01-05/..,,after,7,,,incident,',
  'd5,detention,kg,2026-01-06,,,?,,,incident,',
  'd6,detention,osh-region,2025-12-31,,,5,,,incident,',
  'd7,detention,oktyabr-c,2025-10-20,,,2,,,incident,',
  's1,detention,tashkent,2025-12,,,46,,,summary,',
  'a1,arrest,osh,,rally,after,2,,30,incident,',
  'f1,fine,osh,2025-12-30,,after,1,46150 KGS,,incident,',
  'f2,fine,osh,2026-01-02,,after,6,?,,incident,',
  'o1,other,osh,2025-12-15~,,,4,,,incident,',
  'r1,application_rejected,osh,../2025-12-20,rally,before,1+,,,incident,',
];

/** What the second source states; the others are the first one's. */
const ofSecond = ['d2', 'o1'];

/** Publishes a small dataset of everything that a number may leave open; answers the snapshot's id. */
export async function publishTwoCountries(store: Store, path: string): Promise<string> {
  const folder = join(path, 'two-countries');
  await mkdir(join(folder, 'sources'), { recursive: true });
  const ids = records.map((row) => row.slice(0, row.indexOf(',')));
  const rows = {
    'records.csv': [
      'id,kind,place,date,assembly,phase,count,amount,days,basis,note,attribute_topic,attribute_authorised',
      ...records.map((row, i) => `${row},${attributes[ids[i] ?? ''] ?? ','}`),
      '',
    ].join('\n'),
    'evidence.csv': [
      'record,source,quote,stated',
      ...ids.map((id) => `${id},${ofSecond.includes(id) ? 't' : 's'},Some people were held,Some people`),
      '',
    ].join('\n'),
  };
  for (const [name, text] of Object.entries({ ...files, ...rows })) await writeFile(join(folder, name), text);
  const result = await store.publish(folder, readDataset);
  if (!result.ok) throw new Error(`the dataset of a test has issues: ${JSON.stringify(result.issues)}`);
  return result.id;
}
