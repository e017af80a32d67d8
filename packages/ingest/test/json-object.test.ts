import { expect, test } from 'vitest';
import { repeatedKey } from '../src/json-object.ts';

test.each([
  ['{"a":1,"b":2,"a":3}', 'a'],
  ['{"a":{"b":1},"c":[{"b":1,"b":2}]}', 'b'],
  ['{"rules":[],"rul\\u0065s" : []}', 'rules'],
  ['{"a":"\\"a\\":","a":1}', 'a'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', null],
  ['{"a":"{\\"b\\":1,\\"b\\":2}","b":"c\\\\","d":"a"}', null],
  ['["a","a",[1,1]]', null],
  ['"a"', null],
])('finds the key that an object has twice: %s', (text, key) => {
  expect(repeatedKey(text)).toBe(key);
});

test('long texts and many brackets are read, too', () => {
  expect(
    repeatedKey(`{"a":"${'x\\\\'.repeat(300_000)}","b":${'['.repeat(5_000)}${']'.repeat(5_000)},"a":1}`),
  ).toBe('a');
});
