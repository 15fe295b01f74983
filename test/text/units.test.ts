/** Units of a text: right whatever was asked before, and a long text is not copied anew for every short one beside it. */
import { expect, test } from 'vitest';
import { textOfUtf8, unitsOf } from '../../src/text/units.ts';

const LONG = 'قال وزير الخارجية. '.repeat(1000);

function read(text: string): string {
  return String.fromCharCode(...unitsOf(text).subarray(0, text.length));
}

test('are those of the text that is asked for, in any order', () => {
  const other = LONG.replaceAll('قال', 'وقال');
  for (const text of ['كتاب', LONG, 'قلم', 'قلم', other, 'كتاب', LONG]) expect(read(text)).toBe(text);
  const decoded = textOfUtf8(Buffer.from(LONG))!;
  expect([read('قلم'), read(decoded)]).toEqual(['قلم', LONG]);
});

test('a long text stays at hand while short ones are looked at', () => {
  const units = unitsOf(LONG);
  units[0] = 0x41;
  unitsOf('قلم');
  unitsOf('كتاب');
  expect(unitsOf(LONG)[0]).toBe(0x41);
});
