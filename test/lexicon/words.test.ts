import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LexiconError } from '../../src/errors.ts';
import { inflect, PARTS_OF_SPEECH, parseWords, readingsByKey } from '../../src/lexicon/words.ts';

const FILE = 'words.tsv';
const source = readFileSync(new URL('../../src/data/words.tsv', import.meta.url), 'utf8');

/** Line of the file that `text` is refused for, and the message. */
function refusal(text: string): string {
  try {
    parseWords(text, FILE);
  } catch (error) {
    if (error instanceof LexiconError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('parseWords', () => {
  it('reads an entry', () => {
    const [entry] = parseWords('# comment\nوزير\tNOUN\tpl=وزراء|-ات wins=وزراء\ta note', FILE);
    expect(entry).toMatchObject({
      lemma: 'وزير',
      pos: 'NOUN',
      plurals: ['وزراء', '-ات'],
      wins: ['وزراء'],
      note: 'a note',
      line: 2,
    });
  });

  const broken: Record<string, readonly [string, RegExp]> = {
    'too few columns': ['كتاب\tNOUN\t\t\nوزير\tNOUN', /words\.tsv:2.*columns/u],
    'a vowel mark in the lemma': ['وَزير\tNOUN\t\t', /:1.*without marks/u],
    'a tatweel in a plural': ['وزير\tNOUN\tpl=وزـراء\t', /:1.*without marks/u],
    'a part of speech that does not exist': ['وزير\tSUBST\t\t', /:1.*part of speech/u],
    'an attribute that does not exist': ['وزير\tNOUN\tplural=وزراء\t', /:1.*no attribute/u],
    'an attribute without value': ['وزير\tNOUN\tpl=\t', /:1.*no attribute/u],
    'an attribute that stands twice': ['وزير\tNOUN\tpl=وزراء pl=وزر\t', /:1.*twice/u],
    'a verb without imperfect': ['\nقال\tVERB\t\t', /:2.*impf/u],
    'a noun with an imperfect': ['قول\tNOUN\timpf=يقول\t', /:1.*impf/u],
    'a feminine of a noun': ['وزير\tNOUN\tfem=وزيرة\t', /:1.*fem= belongs to no NOUN/u],
    'a plural of a verb': ['قال\tVERB\timpf=يقول pl=-ات\t', /:1.*pl= belongs to no VERB/u],
    'a plural stated twice': ['وزير\tNOUN\tpl=وزراء|وزراء\t', /:1.*twice/u],
    'a variant that is the lemma': ['وزير\tNOUN\talso=وزير\t', /:1.*repeats/u],
    'a missing form that is no feminine': ['وزير\tNOUN\tpl=-\t', /:1.*without marks/u],
    'a gem= of neither yes nor no': ['مد\tVERB\timpf=يمد gem=maybe\t', /:1.*yes or no/u],
    'an imperfect of another person': ['قال\tVERB\timpf=تقول\t', /:1.*yeh/u],
    'an entry that stands twice': ['وزير\tNOUN\t\t\nكتاب\tNOUN\t\t\nوزير\tNOUN\t\t', /:3.*line 1/u],
    'two entries that win one form': ['وعد\tVERB\timpf=يعد wins=يعد\t\nعد\tVERB\timpf=يعد wins=يعد\t', /:2.*line 1/u],
  };
  for (const [name, [text, message]] of Object.entries(broken)) {
    it(`refuses ${name} and names the line`, () => expect(refusal(text)).toMatch(message));
  }

  it('lets one lemma be of two parts of speech', () => {
    expect(refusal('عربي\tNOUN\tpl=عرب\t\nعربي\tADJ\t\t')).toBe('accepted');
  });
});

describe('readingsByKey', () => {
  const lemmasOf = (text: string, key: string): string[] => {
    const entries = parseWords(text, FILE);
    return (readingsByKey(entries).get(key) ?? []).map(({ entry }) => entries[entry].lemma);
  };

  it('puts the lemma before an inflected form', () => {
    expect(lemmasOf('فهم\tNOUN\t\t\nفهم\tVERB\timpf=يفهم\t\nأفهم\tVERB\timpf=يفهم\t', 'فهم')[0]).toBe('فهم');
  });

  it('puts the entry that wins a form first', () => {
    const text = 'أشرف\tVERB\timpf=يشرف wins=يشرف\t\nشرف\tVERB\timpf=يشرف\t';
    expect(lemmasOf(text, 'يشرف')).toEqual(['أشرف', 'شرف']);
  });

  it('puts a verb that wins its imperfect first in all persons, but not where it wins nothing', () => {
    const text = 'وجد\tVERB\timpf=يجد wins=يجد\t\nجد\tVERB\timpf=يجد\t';
    expect(lemmasOf(text, 'نجد')[0]).toBe('وجد');
    expect(lemmasOf(text.replace(' wins=يجد', ''), 'نجد')[0]).toBe('جد');
  });

  it('keeps the first person behind س apart from the perfect that is spelled like it', () => {
    const text = 'أقدم\tVERB\timpf=يقدم\t\nقدم\tVERB\timpf=يقدم wins=يقدم\t';
    const entries = parseWords(text, FILE);
    const forms = inflect(entries[0]).filter(({ written }) => written === 'أقدم');
    expect(forms.map(({ cost }) => cost).sort()).toEqual([1, 5]);
  });
});

describe('src/data/words.tsv', () => {
  const entries = parseWords(source, FILE);

  it('has no error and every part of speech', () => {
    expect(entries.length).toBeGreaterThan(21_000);
    expect(new Set(entries.map(({ pos }) => pos))).toEqual(new Set(PARTS_OF_SPEECH));
  });

  it('is sorted, so that a diff shows what changed', () => {
    const lemmas = entries.map(({ lemma }) => lemma);
    expect(lemmas).toEqual([...lemmas].sort());
  });

  it('gives every plural a form that differs from its singular', () => {
    const same = entries.filter(({ lemma, plurals }) => plurals.includes(lemma));
    expect(same.map(({ lemma }) => lemma)).toEqual([]);
  });
});
