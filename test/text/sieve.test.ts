import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingKey, orthographicForm } from '../../src/text/normalise.ts';
import { Sieve } from '../../src/text/sieve.ts';

const unitsOf = (word: string): Uint16Array => Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
const mayHold = (sieve: Sieve, word: string): boolean => sieve.mayHold(unitsOf(word), 0, word.length);

describe('Sieve', () => {
  const letters = fc.constantFrom(...'اأإآبتكويىهـ', '\u064e', '\u06a9', '\u06af', '\u06cc', 'a', '5');
  const word = fc.array(letters, { minLength: 1, maxLength: 6 }).map(list => list.join(''));

  it('lets every spelling of its words through', () => {
    fc.assert(
      fc.property(word, fc.boolean(), (raw, asKey) => {
        const form = orthographicForm(raw);
        expect(mayHold(new Sieve([asKey ? matchingKey(form) : form]), raw)).toBe(true);
      }),
    );
  });

  it('stops most others', () => {
    const sieve = new Sieve(['في', 'من', 'على']);
    const others = ['وزير', 'حكومة', 'مجلس', 'الأمن', 'فن', 'مي'];
    expect(others.filter(other => mayHold(sieve, other))).toEqual([]);
    expect(sieve.mayHold(unitsOf('وفي'), 1, 3)).toBe(true);
  });
});
