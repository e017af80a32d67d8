import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A word that nothing shows: each has its number, so that a test can say which field it was in. */
const word = (number: number) => `zqcanary${number}`;

export const SECRET = '5c0ffee05c0ffee05c0ffee05c0ffee0';

/** What must be told of nobody beside the words: the day, the place and its coordinates, the id, the secret. */
export const facts = ['2012-05-17', 'oskemen', 'Ust-Kamenogorsk', '49.9481', '82.6279', 'Q181055', SECRET];

/** What is not protected, and so is shown. */
export const SHOWN = 'about ten people were detained';

const policy = {
  secret: SECRET,
  rules: [{ id: word(1), when: { sensitive: true }, date: 'month', place: 'region' }],
};

/** A dataset with such a word in every field of what its policy protects. */
const files: Record<string, string> = {
  'policy.json': JSON.stringify(policy),
  [`${word(2)}.txt`]: `Left beside the dataset: ${word(3)}`,
  'datapackage.json': JSON.stringify({
    name: 'protected',
    title: 'Protected',
    version: '1.0.0',
    created: '2026-03-21',
    licenses: [{ name: 'CC-BY-4.0' }],
    contributors: [{ title: 'A monitor', email: `${word(4)}@example.org` }],
    keywords: [word(5)],
    resources: [{ name: 'records', path: `${word(6)}.csv` }],
  }),
  'places.csv': `${word(7)},,,,,,,,,,
id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata
kz,country,,KZ,,,Kazakhstan,Казахстан,Қазақстан,,
east,region,kz,KZ,,,East,Восток,Шығыс,,
almaty,city,kz,KZ,43.24,76.92,Almaty,Алматы,Алматы,Alma-Ata,
oskemen,city,east,KZ,49.9481,82.6279,Ust-Kamenogorsk,Усть-Каменогорск,Өскемен,${word(8)},Q181055
semey,city,east,KZ,50.4,80.2,Semey,Семей,Семей,,
`,
  'sources.csv': `id,title,publisher,date,url,language,visibility,rights,file,kind,sheet
open,Report,Monitor,2012-06-01,https://example.org/open,en,public,Quoted,sources/${word(9)}.txt,,
told,${word(10)},${word(11)},2012-05-17,https://example.org/${word(12)},en,public,${word(13)},sources/told.txt,,
both,Bulletin,Monitor,2012-05-20,https://example.org/${word(14)},en,public,Quoted,sources/both.txt,,
list,${word(15)},Monitor,,,en,public,Quoted,sources/list.csv,table,${word(16)}
news,${word(17)},Newspapers,,,en,public,Theirs,,links,
diary,Diary,Monitor,,,en,internal,Not to be shown,sources/${word(18)}.txt,,
`,
  [`sources/${word(9)}.txt`]: `In Almaty, ${SHOWN}.\n`,
  'sources/told.txt': `On that day ${word(19)} was taken by three men.\n`,
  'sources/both.txt': `Two were fined in Almaty. ${word(20)} was held for a day.\n`,
  'sources/list.csv': `day,city,${word(21)}\n2012-05-17,Ust-Kamenogorsk,three and ${word(22)}\n2012-05-18,Semey,${word(23)}\n`,
  [`sources/${word(18)}.txt`]: `We hid at the house of ${word(24)}.\n`,
  'assemblies.csv': `id,campaign,place,date,title_en,title_ru,title_kk,participants,authorised
rally,,almaty,2012-04-28,Rally,Митинг,Митинг,~400,no
${word(25)},${word(26)},oskemen,2012-05-17,Vigil of ${word(27)},,,~40,no
`,
  'coverage.csv': 'place,from,to,source\nkz,2012-04-01,2012-06-30,open\nsemey,2012-04-01,2012-06-30,open\n',
  'annotations.csv': `date,place,text_en,text_ru,text_kk,source
2012-04-28,almaty,Rally,Митинг,Митинг,open
2012-05-17,oskemen,${word(28)} was seen,,,told
`,
  'attributes.csv': `id,value,label_en,definition_en
trade,,Trade,What they work as.
trade,teacher,Teacher,
trade,${word(35)},${word(36)},${word(37)}
trade,nurse,${word(38)},
`,
  [`${word(6)}.csv`]: `id,kind,place,date,assembly,phase,count,amount,days,basis,note,note_ru,sensitive,attribute_trade
d1,detention,almaty,2012-04-28,rally,during,~10,,,incident,a note,,,teacher
${word(29)},detention,oskemen,2012-05-17,${word(25)},during,3,,,incident,${word(30)},${word(31)},yes,${word(35)}
f1,fine,almaty,2012-04-30,,,2,100 EUR,,incident,,,no,
${word(32)},arrest,oskemen,2012-05-17,,,1,,15,incident,,,yes,${word(35)}
d4,detention,almaty,2012-05-02,,,?,,,incident,,,,
`,
  'evidence.csv': `record,source,quote,stated,prefix,suffix,row,columns,url,accessed,archive_url
d1,open,${SHOWN},about ten,,,,,,,
${word(29)},told,was taken by three men,three,${word(19)},,,,,,
${word(29)},list,,three,,,2,${word(21)},,,
${word(29)},news,,,,,,,https://news.example/${word(33)},2026-02-03,https://archive.example/${word(34)}
${word(32)},both,${word(20)} was held for a day,${word(20)},,,,,,,
f1,both,Two were fined in Almaty,Two,,,,,,,
d4,diary,hid at the house of ${word(24)},hid,,,,,,,
`,
};

/** Writes it; answers the folder. */
export async function writeProtected(path: string): Promise<string> {
  const folder = join(path, 'raw');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}
