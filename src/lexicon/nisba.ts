/**
 * The forms of a demonym: from «أمريكي» to الأمريكية، أمريكيون، والأمريكيتين … Generated when the data are built, so that
 * a country is added with one word. Forms are matching keys: hamza and final yeh are folded by the caller.
 */
/** Endings behind the stem (the demonym without its ي). ـيا is the accusative «أمريكيا»: see the country rule on marks. */
const MASCULINE = ['ي', 'يا'];
const FEMININE = ['ية', 'يه'];
const PLURAL = ['يون', 'يين', 'يو', 'يي'];
const FEMININE_PLURAL = ['يات'];
const DUAL = ['يان', 'يين'];
const FEMININE_DUAL = ['يتان', 'يتين', 'يتا', 'يتي'];

/** Endings that agree with each other in a demonym of two words («الكوري الجنوبي», «الكوريين الجنوبيين»). */
const AGREEMENT: readonly (readonly string[])[] = [
  MASCULINE,
  FEMININE,
  PLURAL,
  FEMININE_PLURAL,
  DUAL,
  FEMININE_DUAL,
  // A feminine adjective also goes with things in the plural, a plural noun with a masculine plural adjective.
];

const ARTICLE = 'ال';

function stemOf(word: string): string | undefined {
  return word.endsWith('ي') && word.length > 2 ? word.slice(0, -1) : undefined;
}

function allEndings(stem: string): string[] {
  return [...new Set(AGREEMENT.flat())].map(ending => stem + ending);
}

/** A demonym that itself ends in يي («هايتيي») doubles nothing. */
function oneWord(word: string): string[] {
  const stem = stemOf(word);
  const bare = stem === undefined ? [word] : allEndings(stem);
  return [...bare, ...bare.map(form => ARTICLE + form)];
}

function agreeing(first: string, second: string): string[] {
  const forms: string[] = [];
  for (const endings of AGREEMENT) {
    for (const a of endings) for (const b of endings) forms.push(`${first}${a} ${second}${b}`);
  }
  return forms;
}

/**
 * Two words: either both inflect («الكورية الجنوبية», «جنوبية سودانية»), or the first stands fast («الجنوب أفريقية»).
 * The article stands before both, or before the first alone where that one stands fast.
 */
function twoWords(first: string, second: string): string[] {
  const [a, b] = [stemOf(first), stemOf(second)];
  const withArticles = (form: string): string[] => [form, ARTICLE + form.replace(' ', ` ${ARTICLE}`), ARTICLE + form];
  if (a !== undefined && b !== undefined) return agreeing(a, b).flatMap(withArticles);
  return oneWord(second)
    .filter(form => !form.startsWith(ARTICLE))
    .flatMap(form => withArticles(`${first} ${form}`));
}

/** All forms of a demonym given as masculine singular without article; more than two words stay as they are. */
export function nisbaForms(demonym: string): string[] {
  const words = demonym.split(' ');
  if (words.length === 1) return oneWord(words[0]);
  return words.length === 2 ? [...new Set(twoWords(words[0], words[1]))] : [demonym];
}
