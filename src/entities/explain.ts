/** The way of one name through the room: what each word may be, and the mentions that come of it. */
import type { Reading } from '../article/reading.ts';
import type { Gazetteer } from '../lexicon/gazetteer.ts';
import { WORD_CLASSES } from '../lexicon/office-words.ts';
import type { Sense } from '../lexicon/phrase-list.ts';
import { MentionFinder } from './find.ts';
import { Matcher } from './match.ts';
import type { Mention, MentionOptions } from './mention.ts';

/** What is known of one word of the text. */
export interface WordExplanation {
  readonly surface: string;
  readonly key: string;
  /** Classes of the grammar of offices and names. */
  readonly classes: readonly string[];
  /** Clitics that were read off before the class, in letters. */
  readonly skip: number;
  /** Phrases that begin at the word, each with its senses, the longest of each kind. */
  readonly phrases: readonly { readonly surface: string; readonly senses: readonly Sense[] }[];
}

export interface NameExplanation {
  readonly words: readonly WordExplanation[];
  readonly mentions: readonly Mention[];
}

/** Explains the text of one reading, such as one made of a user's words. */
export function explainMention(reading: Reading, gazetteer: Gazetteer, options: MentionOptions = {}): NameExplanation {
  const matcher = new Matcher(reading.vocabulary, gazetteer);
  const words = reading.segments.flatMap(({ tokens, text }) =>
    Array.from({ length: tokens.count }, (_, token): WordExplanation => {
      const type = tokens.types[token];
      const entry = matcher.entry(type);
      const phrases: { surface: string; senses: readonly Sense[] }[] = [];
      matcher.longest(tokens, token, -1, hit => {
        const surface = text.slice(tokens.starts[hit.from], tokens.ends[hit.to]);
        phrases.push({ surface, senses: gazetteer.senses(hit.set) });
      });
      return {
        surface: text.slice(tokens.starts[token], tokens.ends[token]),
        key: reading.vocabulary.key(type),
        classes: WORD_CLASSES.filter((_, bit) => ((entry?.classes ?? 0) >> bit) & 1),
        skip: entry?.classSkip ?? 0,
        phrases,
      };
    }),
  );
  return { words, mentions: new MentionFinder(reading.vocabulary, gazetteer, options).find(reading) };
}
