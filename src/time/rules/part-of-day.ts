/** «صباح» waits for a day to join; «صباحا», «في المساء» and «منتصف الليل» may stand alone. */
import { Wake } from '../words.ts';
import { point, type Rule } from './rule.ts';

const ALONE_BEFORE = ['in', 'within', 'since', 'to'];
/** Adverbs that are also verbs or nouns: kept only beside a day or an hour. */
const DOUBTFUL: ReadonlySet<string> = new Set(['MI', 'AF']);
const TANWEEN = '\u064b'; // FATHATAN
const ALEF = '\u0627';

export const partOfDay: Rule = {
  name: 'part-of-day',
  wakes: Wake.Part,
  read(view, at) {
    const word = view.word(at);
    if (!word) return null;
    const { part, partAdverb, partNoun } = word.senses;
    const value = part ?? partAdverb ?? partNoun;
    if (value === undefined) return null;
    const found = point(at, at + word.length, { part: value });
    if (partNoun !== undefined && word.length === 1 && word.definite) {
      const alone = view.single(at - 1)?.senses.role?.some(role => ALONE_BEFORE.includes(role)) && !view.beginsLine(at);
      return alone ? found : null; // «صباح الأحمد الصباح بعد غد»: a family
    }
    if (partNoun !== undefined && word.length > 1) return found;
    const surface = view.words.vocabulary.surface(view.tokens.types[at]);
    const marked = surface.includes(TANWEEN) || surface.endsWith(ALEF);
    return partAdverb !== undefined && marked && !DOUBTFUL.has(value) ? found : { ...found, weak: true };
  },
};
