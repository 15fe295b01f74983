import { describe, expect, it } from 'vitest';
import { sentenceStarts } from '../../src/text/sentences.ts';
import { tokenBuffer, tokenise } from '../../src/text/tokenise.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';

/** The sentences of a text as slices. */
function sentencesOf(text: string): string[] {
  const vocabulary = new Vocabulary();
  const tokens = tokenise(text, 0, text.length, vocabulary, tokenBuffer());
  const starts = sentenceStarts(tokens, vocabulary);
  return starts.map((first, i) => text.slice(tokens.starts[first], tokens.ends[(starts[i + 1] ?? tokens.count) - 1]));
}

describe('sentenceStarts', () => {
  const cases: Record<string, readonly [string, readonly string[]]> = {
    'ends at a full stop': ['وصل الوفد. غادر الوزير.', ['وصل الوفد.', 'غادر الوزير.']],
    'ends at the Arabic question mark': ['من فاز؟ لا أحد', ['من فاز؟', 'لا أحد']],
    'ends at an exclamation mark': ['عاجل! هزة', ['عاجل!', 'هزة']],
    'takes a closing quotation mark along': ['قال: «لن نعود.» ثم خرج', ['قال: «لن نعود.»', 'ثم خرج']],
    'takes dots in a row as one end': ['انتظر... ثم عاد', ['انتظر...', 'ثم عاد']],
    'does not end inside a number': ['بلغت 3.5 في المئة', ['بلغت 3.5 في المئة']],
    'does not end inside an abbreviation without spaces': ['قالت U.S. News', ['قالت U.S.', 'News']],
    'does not end at a semicolon or comma': ['حضر؛ وتكلم، وغادر', ['حضر؛ وتكلم، وغادر']],
    'ends at every line end': ['عنوان الخبر\nمتن الخبر', ['عنوان الخبر', 'متن الخبر']],
    'ends at a full stop that carries a directional mark': ['وصل\u200f. غادر', ['وصل\u200f.', 'غادر']],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(name, () => expect(sentencesOf(text)).toEqual(expected));
  }

  it('takes linear time on closing signs in a row', () => {
    expect(sentencesOf(`وصل.${' )'.repeat(100_000)} غادر`).length).toBeGreaterThan(1);
  });

  it('finds none in an empty text', () => expect(sentencesOf(' \n')).toEqual([]));
});
