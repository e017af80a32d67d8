import { dayOf, monthNamed, printDay } from '@article21/model';
import { readEdtf } from '@article21/model/edtf';

const FORMS = 'write 2012-04-28, 2012-04, 2012-04-28/2012-05-02, ../2012-05-31 (by) or 2012-04-28/.. (from)';

/** How to mend a text that is not a date: what was probably meant, where that can be told, else the forms there are. */
export function dateHint(text: string): string {
  return (
    absentDay(text) ??
    season(text) ??
    otherOrder(text) ??
    dotted(text) ??
    range(text) ??
    reversed(text) ??
    FORMS
  );
}

/** The same, where only a day is possible. */
export function dayHint(text: string): string {
  return absentDay(text) ?? otherOrder(text) ?? 'write 2012-04-28';
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** Of a day that its month does not have, how many the month has. */
function absentDay(text: string): string | null {
  for (const [date, year = '', month = ''] of text.matchAll(/(?<!\d)(\d{4})-(\d\d)-\d\d(?!\d)/g)) {
    const name = months[Number(month) - 1];
    if (name === undefined) return `${date}: the month is from 01 to 12, and stands before the day`;
    const last = printDay(dayOf(Number(year), Number(month) + 1, 1) - 1).slice(-2);
    if (date.slice(-2) > last || date.endsWith('00'))
      return `there is no ${date}: ${name} ${year} has ${last} days`;
  }
  return null;
}

/** The months of the EDTF seasons 21 to 24 in the north. Year 1 is the next: winter goes on into it. */
const seasons = [
  { name: 'spring', from: '03', to: '05', years: 0 },
  { name: 'summer', from: '06', to: '08', years: 0 },
  { name: 'autumn', from: '09', to: '11', years: 0 },
  { name: 'winter', from: '12', to: '02', years: 1 },
];

function season(text: string): string | null {
  const [code, year = '', number = ''] = /(?<!\d)(\d{4})-([2-4]\d)(?![\d-])/.exec(text) ?? [];
  if (code === undefined) return null;
  const found = seasons[Number(number) - 21];
  if (!found) return `${code} is not a month: write its months, for example ${year}-04/${year}-06`;
  const until = String(Number(year) + found.years).padStart(4, '0');
  const span = `${year}-${found.from}/${until}-${found.to}`;
  return `${code} is ${found.name}, and seasons are not the same months everywhere: write months, for example ${span}`;
}

/** A day in another order or in words, or as the number that Excel keeps for it. */
function otherOrder(text: string): string | null {
  const [iso, other] = possibleDays(text);
  if (iso === undefined) return null;
  if (other !== undefined)
    return `write the year first: ${iso} if the day stands before the month, ${other} if it stands after it`;
  if (/^\d{4}/.test(text) && !isSerial(text)) return `write ${iso}, without a time and with -`;
  return isSerial(text)
    ? `a number like this is how Excel keeps ${iso}: write that, or format the column as text first`
    : `write ${iso}`;
}

/** From 1954 to 2064: numbers of five digits that are hardly anything else. */
function isSerial(text: string): boolean {
  return /^[2-5]\d{4}$/.test(text);
}

/** The days that a text may mean which is no day of the notation: none, one, or two where day and month may be swapped. */
function possibleDays(text: string): string[] {
  if (isSerial(text)) return [printDay(dayOf(1899, 12, 30) + Number(text))];
  const first = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ T]\d{1,2}:.*)?$/.exec(text);
  if (first) return known(isoDay(first[1], first[2], first[3]));
  const last = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})$/.exec(text);
  if (last) {
    const year = last[3]?.length === 2 ? `20${last[3]}` : last[3];
    return known(isoDay(year, last[2], last[1]), isoDay(year, last[1], last[2]));
  }
  const [, day, month, after, before] = IN_WORDS.exec(text) ?? [];
  const year = /\d{4}(?=\P{L}*(?:\p{L}{1,4}\.?)?$)/u.exec(text)?.[0];
  const number = monthNamed(month ?? after ?? '');
  return number === null ? [] : known(isoDay(year, String(number), day ?? before));
}

/** `14 May 2023`, `14-мамыр 2023 ж.`, `May 14th, 2023`. */
const IN_WORDS =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?[-. ]+(\p{L}+)|(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?)[-.,/ ]+\d{4} ?(?:г\.?|года|ж\.?|жылы?)?$/u;

function known(...days: (string | null)[]): string[] {
  return [...new Set(days.filter((day) => day !== null))];
}

/** From one day to another, with a dash or a word between them, or each in another order. */
function range(text: string): string | null {
  const [, from, to] =
    /^(\d{4}-\d\d(?:-\d\d)?) ?- ?(\d{4}-\d\d(?:-\d\d)?)$/.exec(text) ??
    /^(\S.*?) ?(?: - |[–—/]| to | until | по | до | bis ) ?(.*\S)$/.exec(text) ??
    [];
  if (from === undefined || to === undefined) return null;
  const [first, second] = [
    readEdtf(from) ? [from] : possibleDays(from),
    readEdtf(to) ? [to] : possibleDays(to),
  ];
  if (first.length !== 1 || second.length !== 1) return null;
  const iso = `${first[0]}/${second[0]}`;
  return iso !== text && readEdtf(iso) ? `write ${iso}` : null;
}

/** `12.03.-14.03.2024`, `12.-14.03.2024`: the first day has from the last what it does not say, and both are in one order. */
function dotted(text: string): string | null {
  const [, a, b, firstYear, c, d, year] =
    /^(\d{1,2})\.(?:(\d{1,2})\.)?(\d{4})? ?[-–—] ?(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  if (year === undefined) return null;
  const span = (from: string | null, to: string | null) =>
    from === null || to === null || !readEdtf(`${from}/${to}`) ? null : `${from}/${to}`;
  const [first, ...others] = known(
    span(isoDay(firstYear ?? year, b ?? d, a), isoDay(year, d, c)),
    b === undefined ? null : span(isoDay(firstYear ?? year, a, b), isoDay(year, c, d)),
  );
  return first === undefined || others.length > 0 ? null : `write ${first}`;
}

function isoDay(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return readEdtf(iso) ? iso : null;
}

function reversed(text: string): string | null {
  const [first, last, ...more] = text.split('/');
  if (first === undefined || last === undefined || more.length > 0) return null;
  const swapped = `${last}/${first}`;
  return readEdtf(swapped) ? `it ends before it begins: write ${swapped}` : null;
}
