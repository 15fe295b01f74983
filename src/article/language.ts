/** The language of an article by its function words: Persian and Urdu share the script, so letters alone do not tell. */
import { CharacterClass, classOf } from '../text/characters.ts';
import { tokenBuffer, tokenise } from '../text/tokenise.ts';
import type { FurnitureIndex } from './furniture-index.ts';

/** UTF-16 units that are looked at. */
const SAMPLE = 400;
/** Share of letters in Arabic script below which a text is in no language of the script. */
const SCRIPT_SHARE = 0.4;
/** Share of letters that Arabic does not have from which on the function words are asked. */
const FOREIGN_SHARE = 0.03;
const LANGUAGES = ['ar', 'fa', 'ur'] as const;

const buffer = tokenBuffer(512);

/** Letters of a stretch: how many, how many of the script, how many of the script that Arabic does not use. */
function countLetters(text: string, from: number, to: number): { letters: number; script: number; foreign: number } {
  let [letters, script, foreign] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x0620 && unit <= 0x064a) {
      letters++;
      script++;
    } else if (unit > 0x7f && classOf(unit) === CharacterClass.Letter) {
      letters++;
      if (unit < 0x0620 || (unit > 0x06ff && unit < 0xfb50)) continue;
      script++;
      foreign++;
    } else if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) letters++;
  }
  return { letters, script, foreign };
}

/** Which function words tell the languages apart: a set per language, without what two of them share. */
export class LanguageWords {
  readonly #marks = new Map<string, (typeof LANGUAGES)[number]>();

  constructor(functionWords: FurnitureIndex['functionWords']) {
    const shared = new Set<string>();
    for (const language of LANGUAGES) {
      for (const word of functionWords[language]) {
        if (this.#marks.has(word)) shared.add(word);
        this.#marks.set(word, language);
      }
    }
    for (const word of shared) this.#marks.delete(word);
  }

  /** `ar`, `fa`, `ur` or `other` for the beginning of `text.slice(from, to)`; `ar` where nothing speaks against it. */
  languageOf(text: string, from: number, to: number, { vocabulary }: FurnitureIndex): string {
    const end = Math.min(to, from + SAMPLE);
    const { letters, script, foreign } = countLetters(text, from, end);
    if (letters > 0 && script < letters * SCRIPT_SHARE) return 'other';
    if (foreign < letters * FOREIGN_SHARE) return 'ar';
    const tokens = tokenise(text, from, end, vocabulary, buffer);
    const counts = { ar: 0, fa: 0, ur: 0 };
    for (let i = 0; i < tokens.count; i++) {
      const language = vocabulary.isWord(tokens.types[i])
        ? this.#marks.get(vocabulary.key(tokens.types[i]))
        : undefined;
      if (language) counts[language]++;
    }
    if (counts.ur > counts.ar && counts.ur >= counts.fa && counts.ur >= 2) return 'ur';
    return counts.fa > counts.ar && counts.fa >= 2 ? 'fa' : 'ar';
  }
}
