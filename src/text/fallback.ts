/**
 * What becomes of a word that no reading of the lexicon fits. Rules without a lexicon guess, so only what was measured
 * to help is done: proclitics with the article come off, and those whose next letters leave no doubt; then pronouns and
 * endings that inflect; an imperfect whose derived form shows in its letters is given its perfect. Measured by taking
 * three tenths of the lexicon away, which makes unknown words of ordinary ones, and by reading what it groups among the
 * names of real news (see docs/methods-words.md).
 */
const ALEF = '\u0627';
const LAM = '\u0644';
const WAW = '\u0648';
const TEH = '\u062a';
const YEH = '\u064a';
const HAMZA_ON_ALEF = '\u0623\u0625\u0622';
const WEAK = 'اوي';

/** The stem of an unknown word: a name for the group of its forms, and where it begins in the word. */
export interface UnknownStem {
  readonly stem: string;
  readonly start: number;
}

/** Letters up to the end of an article, `[وف][بك]ال` or `[وف]لل`; 0 without one. «إلكتروني» has none. */
function articleEnd(form: string): number {
  let at = form[0] === WAW || form[0] === 'ف' ? 1 : 0;
  if (form[at] === LAM && form[at + 1] === LAM) return at + 2;
  if (form[at] === 'ب' || form[at] === 'ك') at++;
  return form[at] === ALEF && form[at + 1] === LAM ? at + 2 : 0;
}

/** Letters that begin a word rather than go on with one: a hamza on alef (وأعلن), an eighth or tenth form (وارتفع). */
function beginsWord(form: string, at: number): boolean {
  const first = form[at];
  return HAMZA_ON_ALEF.includes(first) || (first === ALEF && form[at + 2] === TEH && !WEAK.includes(form[at + 1]));
}

/** An imperfect in ت or است: «يتضمن», «يستهدف». With another long vowel it may be a name («سيتروين»). */
function beginsImperfect(form: string, at: number): boolean {
  if (form[at] !== YEH) return false;
  const second = form[at + 1];
  if (second !== TEH && !(second === 'س' && form[at + 2] === TEH)) return false;
  return !form.includes(WAW, at + 2) && !form.includes(YEH, at + 2);
}

/** Length of the proclitics without article. A bare و needs four letters behind it that look like no radical و. */
function procliticLength(form: string, bare: string): number {
  let at = 0;
  if (form[0] === WAW || form[0] === 'ف') {
    const certain = beginsWord(form, 1) || beginsImperfect(form, 1);
    if (certain || (form[0] === WAW && !'يوا'.includes(form[1]) && bare.length >= 5)) at = 1;
  }
  if (form[at] === 'س' && beginsImperfect(form, at + 1)) return at + 1;
  if (!'بلك'.includes(form[at])) return at;
  const verbalNoun = bare.at(-2) === ALEF && bare.length - at > 6 && beginsWord(form, at + 1);
  return verbalNoun || HAMZA_ON_ALEF.includes(form[at + 1]) ? at + 1 : at;
}

/** An ending, what it leaves, and how many letters the stem must have at least with it. */
interface Ending {
  readonly ending: string;
  readonly leaves: string;
  readonly length: number;
}

/** Endings by their last letters, each list in the order in which they are tried. */
type Endings = ReadonlyMap<string, readonly Ending[]>;

function byLastLetter(endings: readonly Ending[]): Endings {
  const last = ({ ending }: Ending): string => ending.slice(-1);
  return new Map(endings.map(first => [last(first), endings.filter(other => last(other) === last(first))]));
}

/** Pronouns. A ت before them is taken for ة, but for that of ات. */
const PRONOUNS = byLastLetter(
  ['هما', 'ها', 'هم', 'ه'].flatMap(pronoun => [
    { ending: `ات${pronoun}`, leaves: '', length: 6 },
    { ending: `ت${pronoun}`, leaves: 'ة', length: 6 },
    { ending: pronoun, leaves: '', length: 6 },
  ]),
);

/** Endings that inflect. ان is left alone, for names end so; and ة, which makes another word of many (see TEXT.md). */
const INFLECTION: readonly Ending[] = [
  { ending: 'تين', leaves: 'ة', length: 6 },
  { ending: 'تان', leaves: 'ة', length: 6 },
  { ending: 'ية', leaves: 'ي', length: 5 },
  { ending: 'يين', leaves: 'ي', length: 5 },
  { ending: 'يون', leaves: 'ي', length: 5 },
  { ending: 'يي', leaves: 'ي', length: 5 },
  { ending: 'ون', leaves: '', length: 5 },
  { ending: 'وا', leaves: '', length: 5 },
  { ending: 'ين', leaves: '', length: 5 },
  { ending: 'ات', leaves: '', length: 5 },
  { ending: 'ا', leaves: '', length: 5 }, // tanwin
];

const ENDINGS = byLastLetter(INFLECTION);

/** Participles (م…) inflect as adjectives, so that their ة is gender. */
const PARTICIPLE_ENDINGS = byLastLetter([...INFLECTION, { ending: 'ة', leaves: '', length: 5 }]);

/** Derived verbs (أعلنت، ارتفعت، تضمنت) have ت for «she». */
const VERB_ENDINGS = byLastLetter([...INFLECTION, { ending: TEH, leaves: '', length: 5 }]);

function without(stem: string, endings: Endings): string {
  for (const { ending, leaves, length } of endings.get(stem[stem.length - 1]) ?? [])
    if (stem.length >= length && stem.endsWith(ending)) return stem.slice(0, -ending.length) + leaves;
  return stem;
}

function uninflected(stem: string): string {
  return without(stem, stem[0] === 'م' ? PARTICIPLE_ENDINGS : ENDINGS);
}

/**
 * The perfect of an imperfect whose derived form shows: «يستهدف», «يتعرض», «يشارك», «ينسحب», «يعتبر»; else nothing. The
 * first, second and fourth form share their imperfect, and «تشارك» may be a perfect or a noun.
 */
function perfectOf(stem: string): string | undefined {
  const prefix = stem[0];
  if (!(prefix === YEH || prefix === TEH) || stem.length < 5) return undefined;
  const [first, second] = [stem[1], stem[2]];
  const body = stem.slice(1);
  if (first === TEH) return body;
  if (first === 'س' && second === TEH && stem.length >= 6) return ALEF + body;
  if (stem.length > 5 || WEAK.includes(first) || [...stem.slice(3)].some(letter => WEAK.includes(letter)))
    return undefined;
  if (second === ALEF) return prefix === YEH ? body : undefined;
  return second === TEH || (first === 'ن' && !WEAK.includes(second)) ? ALEF + body : undefined;
}

/** The stem of an unknown word in its orthographic form. */
export function stemUnknown(form: string): UnknownStem {
  const article = articleEnd(form);
  if (article > 0 && form.length - article >= 3) return { stem: uninflected(form.slice(article)), start: article };
  const inner = without(form, PRONOUNS);
  const start = procliticLength(form, uninflected(inner));
  const stem = inner.slice(start);
  const verbal = stem[0] === ALEF || stem[0] === TEH || HAMZA_ON_ALEF.includes(stem[0]);
  const bare = verbal ? without(stem, VERB_ENDINGS) : uninflected(stem);
  return { stem: perfectOf(bare) ?? bare, start };
}
