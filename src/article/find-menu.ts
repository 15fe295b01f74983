/** Lines made of the words of a page: menus, breadcrumbs, buttons, counters. */
import { TypeKind } from '../text/vocabulary.ts';
import { type Finding, MOST_WORDS, type SeenLine, signAt } from './finding.ts';
import { FurnitureIndex } from './furniture-index.ts';

function wordBits({ tokens, index }: SeenLine): number {
  let bits = -1;
  for (let i = 0; i < tokens.count && bits !== 0; i++)
    if (index.vocabulary.kind(tokens.types[i]) === TypeKind.Word) bits &= index.setsOf(tokens.types[i]);
  return bits;
}

/** «0 تعليق ارسل طباعة»: counters and buttons on one line. */
function findButtons({ tokens, index, shape }: SeenLine): Finding | undefined {
  if (shape.numbers === 0 || shape.words < 2) return undefined;
  for (let i = 0; i < tokens.count; i++)
    if (
      index.vocabulary.isWord(tokens.types[i]) &&
      !index.isCounter(tokens.types[i]) &&
      !index.isButton(tokens.types[i])
    )
      return undefined;
  return { part: 'furniture', rule: 'buttons', where: 'outside' };
}

const NEED_NUMBERS: ReadonlySet<string> = new Set(['counters', 'prayer', 'reading-time', 'issue', 'currency']);

/** A line all of whose words are of one set of `furniture.json`. */
export function findWordSet(seen: SeenLine): Finding | undefined {
  const { words, numbers, whole, terminal } = seen.shape;
  if (!whole || words === 0 || words > MOST_WORDS || terminal) return undefined;
  const bits = wordBits(seen);
  if (bits === 0) return findButtons(seen);
  for (const [at, set] of seen.index.wordSets.entries()) {
    if (!(bits & FurnitureIndex.bit(at)) || words > set.maxWords) continue;
    if (NEED_NUMBERS.has(set.id) !== numbers > 0) continue;
    return { part: set.part, rule: set.id, where: set.where };
  }
  return undefined;
}

const MENU_SIGNS: ReadonlySet<string> = new Set(['|', '>', '\u00bb', '\u203a', '/', '\u2022']);
/** Most words of one entry of a menu or breadcrumb, and fewest entries of a line that is one. */
const ENTRY_WORDS = 3;
const ENTRIES = 3;
/** Fewest words of sections, and they at least half of the line, of a menu without signs. */
const GLUED_SECTIONS = 6;

/** Menus and breadcrumbs: short entries between signs, or a line that begins with the name of the front page. */
export function findMenu(seen: SeenLine): Finding | undefined {
  const { tokens, shape } = seen;
  if (!shape.whole || shape.terminal || shape.numbers > 1 || shape.words > MOST_WORDS) return undefined;
  const home = isHome(seen);
  let sections = 0; // entries at the beginning that are names of sections
  let sectionWords = 0;
  let named = true;
  let [entries, words, longest] = [1, 0, 0];
  for (let i = 0; i < tokens.count; i++) {
    const sign = signAt(seen, i);
    if (sign === undefined) {
      words++;
      if (seen.index.isSection(tokens.types[i])) sectionWords++;
      else named = false;
    } else if (MENU_SIGNS.has(sign)) {
      if (named) sections++;
      [entries, words] = [entries + 1, 0];
    }
    longest = Math.max(longest, words);
  }
  const short = longest <= ENTRY_WORDS && (entries >= ENTRIES || (home && entries > 1));
  const glued = sectionWords >= GLUED_SECTIONS && sectionWords * 2 >= shape.words;
  return short || glued || sections >= 2 || (home && entries === 1 && shape.words <= 16)
    ? { part: 'furniture', rule: 'menu', where: 'front' }
    : undefined;
}

const HOME = '\u0627\u0644\u0631\u0626\u064a\u0633\u064a\u0629'; // الرئيسية

function isHome({ tokens, index }: SeenLine): boolean {
  for (let i = 0; i < Math.min(tokens.count, 2); i++)
    if (index.vocabulary.form(tokens.types[i]).startsWith(HOME)) return true; // «الرئيسيةأخبار» too
  return false;
}
