import { expect, test } from 'vitest';
import { createUndrawable } from '../src/index.ts';

const undrawable = createUndrawable();

test.each([
  ['Almaty, 2012 – “about ten”', ''],
  ['Алматы, Өскемен, Қызылорда, Ұлытау, Һәм', ''],
  ['Łódź, Þingvellir, Αθήνα', ''],
  ['Нүөрүҥгүрү', 'ҥ'],
  ['თბილისი', 'თ ბ ი ლ ს'],
  ['Երևան', 'Ե ր և ա ն'],
  ['حلب', 'ح ل ب'],
  ['חיפה', 'ח י פ ה'],
  ['北京 2012', '北 京'],
])('of %s the fonts have no form for %j', (text, letters) => {
  expect(undrawable(text).join(' ')).toBe(letters);
});
