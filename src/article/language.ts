/** The language of an article by its function words: Persian and Urdu share the script, so letters alone do not tell. */
import { tokenBuffer, tokenise } from '../text/tokenise.ts';
import type { FurnitureIndex } from './furniture-index.ts';

/** UTF-16 units that are looked at. */
const SAMPLE = 1500;
/** Share of words in Arabic script below which a text is in no language of the script. */
const SCRIPT_SHARE = 0.4;
const LANGUAGES = ['ar', 'fa', 'ur'] as const;

const buffer = tokenBuffer(512);

function isArabicScript(key: string): boolean {
  const unit = key.charCodeAt(0);
  return unit >= 0x0620 && unit <= 0x06ff;
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
    const tokens = tokenise(text, from, Math.min(to, from + SAMPLE), vocabulary, buffer);
    const counts = { ar: 0, fa: 0, ur: 0 };
    let [words, script] = [0, 0];
    for (let i = 0; i < tokens.count; i++) {
      if (!vocabulary.isWord(tokens.types[i])) continue;
      const key = vocabulary.key(tokens.types[i]);
      words++;
      if (isArabicScript(key)) script++;
      const language = this.#marks.get(key);
      if (language) counts[language]++;
    }
    if (words > 0 && script < words * SCRIPT_SHARE) return 'other';
    if (counts.ur > counts.ar && counts.ur >= counts.fa && counts.ur >= 3) return 'ur';
    return counts.fa > counts.ar && counts.fa >= 3 ? 'fa' : 'ar';
  }
}
