import { describe, expect, it } from 'vitest';
import { CorpusStemmer, CorpusWords } from '../../src/text/corpus-words.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';
import { light } from './light.ts';

/** A stemmer over a corpus of these words (made-up ones, unknown to the lexicon). */
function stemmerOver(...words: string[]): CorpusStemmer {
  const vocabulary = new Vocabulary();
  for (const word of words) vocabulary.internWord(word);
  const attested = new CorpusWords();
  attested.add(vocabulary);
  return new CorpusStemmer(light, attested);
}

describe('CorpusStemmer', () => {
  const cases: Record<string, readonly [string, string, string]> = {
    'takes ب off where the rest is attested': ['زبرقة', 'بزبرقة', 'زبرقة'],
    'takes ل off where the rest is attested': ['زبرقة', 'لزبرقة', 'زبرقة'],
    'finds the rest with its article': ['الزبرقة', 'بزبرقة', 'زبرقة'],
    'joins the plural in ات to ة': ['زبرقة', 'زبرقات', 'زبرقة'],
    'joins the plural in ات to a bare stem': ['زبروق', 'زبروقات', 'زبروق'],
    'joins ه to ة': ['زبرقة', 'زبرقه', 'زبرقة'],
    'takes a pronoun off': ['زبروق', 'زبروقها', 'زبروق'],
    'joins the feminine of a nisba': ['زبرقي', 'الزبرقية', 'زبرقي'],
    'leaves an affix whose rest is not attested': ['فستونة', 'بزبرقات', 'بزبرقات'],
  };
  for (const [name, [attested, form, lemma]] of Object.entries(cases)) {
    it(name, () => expect(stemmerOver(attested, form).analyse(form).lemma).toBe(lemma));
  }

  it('asks the lexicon first', () => {
    expect(stemmerOver('زير').analyse('وزير')).toEqual(light.analyse('وزير'));
  });

  it('does not depend on the order of the corpus', () => {
    const words = ['زبرقة', 'بزبرقة', 'زبرقات', 'الزبرقة', 'زبرقتها'];
    const forward = stemmerOver(...words);
    const backward = stemmerOver(...words.toReversed());
    for (const word of words) expect(forward.analyse(word)).toEqual(backward.analyse(word));
  });
});
