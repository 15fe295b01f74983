/** What the rules of names ask of the lexicon, answered once per type. */
import type { Lemmatiser } from '../text/lemmatise.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { MentionOptions } from './mention.ts';

const Answer = { Unknown: 1, Common: 2, Whole: 4, Verb: 8, Noun: 16 } as const;

/** Hooks over the lemmatiser: is a type a common word, and is it one without any clitic before it? */
export function lexiconHooks(lemmatiser: Lemmatiser, vocabulary: Vocabulary): Required<MentionOptions> {
  const answers: number[] = [];
  const answer = (type: number): number => {
    const known = answers[type];
    if (known !== undefined) return known;
    const { origin, pos, start } = lemmatiser.analyse(vocabulary.form(type));
    const common = origin === 'lexicon' && pos !== 'PROPN';
    const part = pos === 'VERB' ? Answer.Verb : pos === 'NOUN' ? Answer.Noun : 0;
    answers[type] = common ? Answer.Common | (start === 0 ? Answer.Whole : 0) | part : Answer.Unknown;
    return answers[type];
  };
  return {
    isCommonWord: type => (answer(type) & Answer.Common) > 0,
    isWholeWord: type => (answer(type) & Answer.Whole) > 0,
    isVerb: type => (answer(type) & Answer.Verb) > 0,
    isNoun: type => (answer(type) & Answer.Noun) > 0,
  };
}
