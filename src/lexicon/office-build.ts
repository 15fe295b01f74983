/** Build step of the office grammar and of the names of persons: see office-words.ts. */
import * as v from 'valibot';
import { matchingKey } from '../text/normalise.ts';
import { WORD_CLASSES, type WordClassName } from './office-words.ts';
import { type CompiledPhrases, PhraseList } from './phrase-list.ts';
import { checkedJson } from './schema.ts';
import { parseWords } from './words.ts';

const wordList = v.pipe(
  v.string(),
  v.regex(/^[\u0621-\u064a]+(?: [\u0621-\u064a]+)*$/u, 'expected words without marks'),
);
const NAME_CLASSES: ReadonlySet<WordClassName> = new Set(['given', 'family']);
const LISTED = WORD_CLASSES.filter(name => !NAME_CLASSES.has(name));

const OfficeWordsSchema = v.strictObject({
  schema: v.literal('office-words/1'),
  source: v.string(),
  classes: v.strictObject(Object.fromEntries(LISTED.map(name => [name, wordList])) as Record<string, typeof wordList>),
  portfolios: v.array(
    v.strictObject({
      office: v.pipe(v.string(), v.regex(/^(?:foreign|defence|interior|other:[a-z][a-z-]*)$/, 'expected an office')),
      names: v.array(v.string()),
    }),
  ),
  prime: v.array(v.string()),
  stateSecretary: v.array(v.string()),
  organisations: v.array(v.string()),
});

/** «الشئون» is how Egypt and Saudi Arabia spell «الشؤون». */
function spellings(name: string): string[] {
  return [...new Set([name, name.replace('\u0634\u0624\u0648\u0646', '\u0634\u0626\u0648\u0646')])];
}

/** Words of one class as matching keys, and the bit of the class. */
export type ClassWords = readonly [words: readonly string[], bit: number];

function keys(words: string): string[] {
  return [...new Set(words.split(' ').map(matchingKey))];
}

/** `office-words.json`. */
export function compileOfficeWords(
  text: string,
  file: string,
): { phrases: CompiledPhrases; classes: readonly ClassWords[] } {
  const { classes, portfolios, prime, stateSecretary, organisations } = checkedJson(OfficeWordsSchema, text, file);
  const list = new PhraseList();
  for (const { office, names } of portfolios)
    for (const name of names.flatMap(spellings))
      list.add(name, { type: 'portfolio', id: office, kind: 'portfolio', cue: 0 });
  for (const name of prime) list.add(name, { type: 'portfolio', id: 'prime', kind: 'head', cue: 0 });
  for (const name of stateSecretary) list.add(name, { type: 'portfolio', id: 'other:state', kind: 'head', cue: 0 });
  for (const name of organisations) list.add(name, { type: 'organisation', id: name, kind: 'head', cue: 0 });
  return {
    phrases: list.compiled(),
    classes: LISTED.map(name => [keys(classes[name]), WORD_CLASSES.indexOf(name)] as const),
  };
}

/** Given and family names of the lexicon (`words.tsv`, entries with such a note), for the rule where a name ends. */
export function compileNames(text: string, file: string): readonly ClassWords[] {
  const given = new Set<string>();
  const family = new Set<string>();
  for (const { lemma, pos, also, note } of parseWords(text, file)) {
    if (pos !== 'PROPN') continue;
    const target = note.includes('given') ? given : note.includes('family') ? family : undefined;
    for (const word of target ? [lemma, ...also] : []) target!.add(matchingKey(word));
  }
  return [
    [[...given], WORD_CLASSES.indexOf('given')],
    [[...family], WORD_CLASSES.indexOf('family')],
  ];
}
