/** A year: after its head noun («عام 2015», «سنة 1436هـ»), or bare where the neighbours allow nothing else («دستور 2014»). */
import { readDirection } from '../phrases/direction.ts';
import { isPartOfFigure } from '../phrases/number.ts';
import { readEra, readHeadedYear } from '../phrases/year.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { type Found, point, type Rule } from './rule.ts';

const AND = '\u0648'; // WAW
/** Letters that stand alone before a figure: و, ب, ل, ف, ك, with tatweel or without. */
const LONE_CLITICS: ReadonlySet<string> = new Set([
  AND,
  '\u0628',
  '\u0644',
  '\u0641',
  '\u0643',
  '\u0648\u0644',
  '\u0648\u0628',
  '\u0627\u0644',
  '\u0644\u0644',
]);
const NUMBER_OF = '\u0631\u0642\u0645'; // رقم
const TANWEEN_ENDING = '\u0627'; // ALEF, as accusatives of counted nouns end

export const headedYear: Rule = {
  name: 'year',
  wakes: Wake.YearHead,
  read(view, at) {
    const read = readHeadedYear(view, at);
    if (!read) return null;
    const after = readDirection(view, read.end);
    return point(at, after && after.value !== 'new' ? after.end : read.end, read.value);
  },
};

/** A counted noun after the figure: it says how many. */
function isCounted(view: TokenView, at: number): boolean {
  if (view.beginsLine(at) || !view.isWord(at)) return view.sign(at) === '%' || view.sign(at) === '$';
  const word = view.single(at);
  const counts = word?.senses.quantityAfter !== undefined || word?.senses.unit !== undefined;
  if (word && counts) return word.clitics === '';
  const form = view.form(at);
  return (
    form.length > 3 &&
    form.endsWith(TANWEEN_ENDING) &&
    word === null &&
    !form.startsWith('\u0627\u0644') &&
    !looksLikeVerb(form)
  );
}

/** After «انتفاضة 2011» the sentence must go on as after a name: a sign, the article, a preposition, a relative word. */
const GOES_ON: ReadonlySet<string> = new Set([
  'التي', 'الذي', 'في', 'من', 'الى', 'إلى', 'على', 'عن', 'مع', 'بين', 'بعد', 'قبل', 'حتى', 'ثم', 'أن', 'إن', 'لكن', 'حيث', 'عندما', 'حين', 'كما',
  'و', 'أو', 'لم', 'لا', 'هو', 'هي', 'قد', 'ضد', 'دون', 'منذ', 'خلال', 'ضمن', 'عبر', 'إذ', 'وفق', 'بسبب', 'أي', 'فقط', 'أيضا', 'حول', 'نحو', 'تحت', 'لدى', 'ليس', 'فى', 'عام', 'إثر', 'بشأن', 'بأن',
]); // biome-ignore format: a table

/** Shapes of verbs: «تغيرت», «حسمتها», «يشهد», «استقال». A counted noun hardly looks so. */
function looksLikeVerb(form: string): boolean {
  if (form.length < 4) return false;
  if (form.endsWith('\u062a') && !form.endsWith('\u0627\u062a')) return true; // TEH, but not ALEF TEH
  return (
    form[0] === '\u064a' ||
    form.endsWith('\u062a\u0647\u0627') ||
    form.endsWith('\u062a\u0647') ||
    form.startsWith('\u0627\u0633\u062a')
  );
}

function goesOn(view: TokenView, at: number): boolean {
  if (view.beginsLine(at) || !view.isWord(at)) return true;
  const form = view.form(at);
  if (form.startsWith('\u0627\u0644') || GOES_ON.has(form)) return true;
  const clitic = form[0] === AND || form[0] === '\u0628' || form[0] === '\u0644' || form[0] === '\u0641';
  return clitic || view.single(at)?.senses.tense !== undefined || looksLikeVerb(form);
}

const NO_YEAR_SIGNS: ReadonlySet<string> = new Set(['$', '\u20ac', '#', '\u00a3', '+', '/', '-', '.', '%']);

/** «1948، 1956، 1967»: a year right behind another one. */
function isListed(view: TokenView, at: number): boolean {
  const comma = view.sign(at - 1) === '\u060c' || view.sign(at - 1) === ','; // ARABIC COMMA
  return comma && !view.glued(at) && isFigureOfYear(view, at) && isFigureOfYear(view, at - 2);
}

function isFigureOfYear(view: TokenView, at: number): boolean {
  return view.digits(at) === 4 && view.number(at) >= 1900 && view.number(at) <= 2069;
}

function isBareYear(view: TokenView, at: number): boolean {
  if (!isFigureOfYear(view, at) || isPartOfFigure(view, at)) return false;
  if (isCounted(view, at + 1) || (view.glued(at) && NO_YEAR_SIGNS.has(view.sign(at - 1)))) return false;
  if (
    view.glued(at + 1) &&
    NO_YEAR_SIGNS.has(view.sign(at + 1)) &&
    view.sign(at + 1) !== '.' &&
    view.sign(at + 1) !== '-'
  )
    return false;
  let before = at - 1;
  if (view.glued(at) && LONE_CLITICS.has(view.form(before))) {
    if (view.form(before)[0] === AND && view.number(before - 1) >= 1900 && view.number(before - 1) <= 2069) return true;
    if (view.form(before) === '\u0644' || view.form(before) === '\u0644\u0644') return true;
    before--;
  }
  if (view.form(before - 1) === NUMBER_OF && !view.beginsLine(before)) return false; // «رقم القضية 2019»
  if (view.beginsLine(before + 1)) return view.sign(at + 1) === ':' || view.is(at + 1, 'in');
  if (isListed(view, at)) return true;
  if (view.sign(before) === '(')
    return view.sign(at + 1) === ')' || view.sign(at + 1) === '-' || isListed(view, at + 2);
  const word = view.word(before);
  const single = view.single(before);
  if (
    single?.senses.quantityBefore !== undefined ||
    single?.senses.role?.includes('between') ||
    word?.senses.cardinal !== undefined
  )
    return false;
  if (single?.senses.role?.some(role => ['in', 'since', 'to', 'before', 'after', 'within', 'dayHead'].includes(role)))
    return true;
  if (single?.senses.edge !== undefined || single?.senses.season !== undefined) return true;
  if (single?.senses.role?.some(role => ['of', 'about', 'more', 'less', 'match', 'some'].includes(role)))
    return (
      view.is(before, 'of') &&
      (goesOnFromYear(view, at + 1) ||
        view.senses(before - 1)?.fraction !== undefined ||
        view.senses(before - 1)?.ordinal !== undefined ||
        (view.senses(before - 1)?.direction === 'last' && view.senses(before - 2)?.fraction !== undefined))
    );
  return view.isWord(before) && single?.senses.tense === undefined && goesOn(view, at + 1);
}

/** «من 2010 إلى 2015», «من 2010 وحتى الآن». */
function goesOnFromYear(view: TokenView, at: number): boolean {
  return view.is(at, 'to') || view.form(at) === AND;
}

export const bareYear: Rule = {
  name: 'bare-year',
  wakes: Wake.Number | Wake.Year,
  read(view, at): Found | null {
    const era =
      view.number(at) > 0 && view.number(at) < 3000 && !view.beginsLine(at + 1)
        ? readEra(view, at + 1, view.number(at))
        : null;
    if (era && era.end > at + 1 && view.digits(at) >= 2 && view.digits(at) <= 4 && isEraSure(view, at, era.value))
      return point(at, era.end, era.value);
    return isBareYear(view, at) ? point(at, at + 1, { year: view.number(at) }) : null;
  },
};

/** «م» after a figure is also metres: only a four-digit year may carry it, and only where a year may stand. */
function isEraSure(view: TokenView, at: number, era: { calendar?: 'hijri'; bc?: true }): boolean {
  if (era.bc) return true;
  const year = view.number(at);
  if (era.calendar === 'hijri') return year >= 1300 && year < 1500;
  return (
    year >= 1900 &&
    year <= 2069 &&
    (view.sign(at + 1) === '(' || view.glued(at + 1)) &&
    view.single(at - 1)?.senses.quantityBefore === undefined
  );
}
