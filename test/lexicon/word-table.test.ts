import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LexiconError } from '../../src/errors.ts';
import { compileWords, spellingHash, WordTable } from '../../src/lexicon/word-table.ts';
import { parseWords, readingsByKey } from '../../src/lexicon/words.ts';
import { letterCode, READING_CELLS } from '../../src/text/form-table.ts';

const source = readFileSync(new URL('../../src/data/words.tsv', import.meta.url), 'utf8');
const codesOf = (key: string): Uint8Array => Uint8Array.from(key, letter => letterCode(letter.charCodeAt(0)));

describe('WordTable', () => {
  const bytes = compileWords(source, 'words.tsv');
  const table = new WordTable(bytes);
  const entries = parseWords(source, 'words.tsv');

  it('agrees with readingsByKey for every key', () => {
    let wrong = 0;
    for (const [key, readings] of readingsByKey(entries)) {
      const record = table.find(codesOf(key), 0, key.length);
      const first = table.firstReading(record);
      if (record < 0 || table.endOfReadings(record) - first !== readings.length * READING_CELLS) wrong++;
      for (const [i, { entry, form }] of readings.entries()) {
        const at = first + i * READING_CELLS;
        const same =
          table.cost(at) === form.cost &&
          table.allows(at) === form.allows &&
          table.spelling(at) === spellingHash(form.written) &&
          table.lemmaText(table.lemma(at)) === entries[entry].lemma &&
          table.partOfSpeech(at) === entries[entry].pos;
        if (!same) wrong++;
      }
    }
    expect(wrong).toBe(0);
  });

  it('finds nothing that is no key', () => {
    for (const key of ['زبرقة', 'ظظ', 'وزيروزير']) expect(table.find(codesOf(key), 0, key.length)).toBe(-1);
  });

  it('finds a key inside a longer word', () => {
    const codes = codesOf('والوزير');
    expect(table.find(codes, 3, 7)).toBe(table.find(codesOf('وزير'), 0, 4));
  });

  it('is read from any offset of a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const moved = new WordTable(shifted.subarray(1));
    expect(moved.find(codesOf('وزير'), 0, 4)).toBe(table.find(codesOf('وزير'), 0, 4));
  });

  it('compiles to the same bytes every time', () => {
    const part = source.split('\n').slice(0, 800).join('\n');
    expect(Buffer.compare(compileWords(part, 'words.tsv'), compileWords(part, 'words.tsv'))).toBe(0);
  });

  it('is loaded in a few milliseconds', () => {
    const times = Array.from({ length: 25 }, () => {
      const started = performance.now();
      new WordTable(bytes);
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});

describe('compileWords', () => {
  it('names the line of a broken entry', () => {
    expect(() => compileWords('وزير\tNOUN\t\t\nقال\tVERB\t\t', 'words.tsv')).toThrow(LexiconError);
    expect(() => compileWords('وزير\tNOUN\t\t\nقال\tVERB\t\t', 'words.tsv')).toThrow(/words\.tsv:2/u);
  });
});

describe('letterCode', () => {
  it('knows Arabic letters and nothing else', () => {
    for (const letter of 'ءآأؤإئابةتيى') expect(letterCode(letter.charCodeAt(0))).toBeGreaterThan(0);
    for (const other of ['a', '5', ' ', '\u0640', '\u064b', '\u06a9', '\ud83d'])
      expect(letterCode(other.charCodeAt(0))).toBe(other === '\u0640' ? letterCode(0x640) : 0);
  });
});
