/** Build step of `src/data/furniture.json`: checks it and normalises its phrases as the text is normalised. */
import * as v from 'valibot';
import { tokenBuffer, tokenise } from '../text/tokenise.ts';
import { TypeKind, Vocabulary } from '../text/vocabulary.ts';
import { FURNITURE_PARTS, LABEL_EFFECTS, LABEL_PLACES, WORD_SET_PLACES } from './furniture.ts';
import { checkedJson } from './schema.ts';

const phrase = v.pipe(v.string(), v.minLength(1));
const about = { source: phrase, note: v.optional(phrase) };
const names = v.strictObject({ ...about, names: v.array(phrase) });

const FURNITURE_SCHEMA = v.strictObject({
  labels: v.array(
    v.strictObject({
      id: phrase,
      part: v.picklist(FURNITURE_PARTS),
      where: v.picklist(LABEL_PLACES),
      at: v.optional(v.picklist(WORD_SET_PLACES)),
      opens: v.optional(v.picklist(LABEL_EFFECTS)),
      maxWords: v.optional(v.number()),
      phrases: v.array(phrase),
      ...about,
    }),
  ),
  wordSets: v.array(
    v.strictObject({
      id: phrase,
      part: v.picklist(FURNITURE_PARTS),
      where: v.picklist(WORD_SET_PLACES),
      maxWords: v.number(),
      words: v.array(phrase),
      ...about,
    }),
  ),
  places: names,
  agencies: names,
  functionWords: v.strictObject({ ...about, ar: v.array(phrase), fa: v.array(phrase), ur: v.array(phrase) }),
});

/** Keys of the words and numbers of a phrase, as the text will give them; its signs stand for nothing. */
function keysOf(text: string): string[] {
  const vocabulary = new Vocabulary();
  const tokens = tokenise(text, 0, text.length, vocabulary, tokenBuffer(16));
  const types = [...tokens.types.subarray(0, tokens.count)];
  return types.filter(type => vocabulary.kind(type) !== TypeKind.Sign).map(type => vocabulary.key(type));
}

function wordKeys(words: readonly string[]): string[] {
  return [...new Set(words.flatMap(keysOf))];
}

/** Build step: checks `furniture.json` and compiles it. Throws `LexiconError` with a JSON pointer. */
export function compileFurniture(text: string, file: string): string {
  const data = checkedJson(FURNITURE_SCHEMA, text, file);
  const { ar, fa, ur } = data.functionWords;
  const furniture = {
    labels: data.labels.map(({ id, part, where, at, opens, maxWords, phrases }) => ({
      id,
      part,
      where,
      at,
      opens,
      maxWords,
      phrases: phrases.map(keysOf),
    })),
    wordSets: data.wordSets.map(({ id, part, where, maxWords, words }) => ({
      id,
      part,
      where,
      maxWords,
      words: wordKeys(words),
    })),
    places: data.places.names.map(keysOf),
    agencies: data.agencies.names.map(keysOf),
    functionWords: { ar: wordKeys(ar), fa: wordKeys(fa), ur: wordKeys(ur) },
  };
  return JSON.stringify(furniture);
}
