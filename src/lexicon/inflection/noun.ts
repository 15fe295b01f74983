/**
 * Nominal inflection, unvocalised: construct, tanwin, dual, sound plurals, the stem before a pronoun, and the feminine
 * of adjectives. The rules write what a newspaper writes; vowels do not matter here.
 */
import { ALONE, Allows, BOUND, CONSTRUCT, type Form, FormCost, NOMINAL } from './form.ts';

/** Plurals of the shapes مفاعل and مفاعيل take no tanwin: «مفارقا» is no plural of مفرق. */
function isDiptotePlural(plural: string): boolean {
  return plural[2] === 'ا' && (plural.length === 5 || (plural.length === 6 && plural[4] === 'ي'));
}

/**
 * A plural of the shape أفعال is as likely as a lemma: without its hamza («افراد») it looks like a verbal noun إفعال, and
 * newspapers print the plural.
 */
function isPluralOfAfal(plural: string): boolean {
  return plural.length === 5 && plural[0] === 'أ' && plural[3] === 'ا';
}

/** A written-out plural in all its forms. */
function brokenPluralForms(plural: string): Form[] {
  const forms = stemForms(plural, isPluralOfAfal(plural) ? FormCost.Lemma : FormCost.Common);
  return isDiptotePlural(plural) ? forms.filter(({ written }) => written !== `${plural}ا`) : forms;
}

/** Forms of one stem in the singular or a broken plural: as it stands, with tanwin, before a pronoun. */
export function stemForms(stem: string, cost: number): Form[] {
  const forms: Form[] = [{ written: stem, cost, allows: NOMINAL }];
  const body = stem.slice(0, -1);
  const bound = (written: string): void => void forms.push({ written, cost: cost + 1, allows: BOUND });
  const tanwin = (written: string): void =>
    void forms.push({ written, cost: Math.max(cost, FormCost.Common), allows: ALONE });
  switch (stem.at(-1)) {
    case 'ة':
      bound(`${body}ت`);
      forms.push({
        written: `${body}ه`,
        cost: body.endsWith('ي') ? FormCost.NisbaSlip : FormCost.Slip,
        allows: NOMINAL,
      });
      break;
    case 'ى':
      bound(`${body}ا`);
      break;
    case 'ا':
      break;
    case 'ء':
      bound(`${body}ؤ`);
      bound(`${body}ئ`);
      if (!stem.endsWith('اء')) {
        tanwin(`${stem}ا`);
        tanwin(`${body}ئا`);
      }
      break;
    case 'أ':
      bound(`${body}ؤ`);
      bound(`${body}ئ`);
      break;
    default:
      tanwin(`${stem}ا`);
  }
  return forms;
}

/**
 * Dual endings on a stem; what the stem's last letter becomes is decided here. A word without plural is rarely counted
 * in twos either: `countable` is false for it, and «تشكلان» is left to the verb.
 */
export function dualForms(stem: string, countable = true): Form[] {
  const cost = countable ? FormCost.Less : FormCost.Rare;
  const body = stem.slice(0, -1);
  const bases = stem.endsWith('ة')
    ? [`${body}ت`]
    : stem.endsWith('ى')
      ? [`${body}ي`]
      : stem.endsWith('اء')
        ? [stem, `${body}و`]
        : stem.endsWith('يء')
          ? [`${body}ئ`]
          : [stem];
  return bases.flatMap(base => [
    { written: `${base}ان`, cost, allows: NOMINAL },
    { written: `${base}ين`, cost, allows: NOMINAL },
    { written: `${base}ا`, cost: FormCost.Rare, allows: CONSTRUCT },
    { written: `${base}ي`, cost: FormCost.Rare, allows: CONSTRUCT },
  ]);
}

/** Sound masculine plural: ون ين and the construct و ي; the hamza of اء takes its seat from them (عداؤون, عدائين). */
export function soundMasculine(stem: string): Form[] {
  const body = stem.slice(0, -1);
  const [withWaw, withYeh] = stem.endsWith('اء')
    ? [
        [stem, `${body}ؤ`],
        [stem, `${body}ئ`],
      ]
    : [[stem], [stem]];
  return [
    ...withWaw.flatMap(base => [
      { written: `${base}ون`, cost: FormCost.Common, allows: NOMINAL },
      { written: `${base}و`, cost: FormCost.Less, allows: CONSTRUCT },
    ]),
    ...withYeh.flatMap(base => [
      { written: `${base}ين`, cost: FormCost.Common, allows: NOMINAL },
      { written: `${base}ي`, cost: FormCost.Less, allows: CONSTRUCT },
    ]),
  ];
}

/** What ات is put to: a final ة gives way, اة and ى become ي (مباراة, مباريات; كبرى, كبريات). */
function soundFeminineBase(stem: string): string {
  if (stem.endsWith('اة')) return `${stem.slice(0, -2)}ي`;
  if (stem.endsWith('ى')) return `${stem.slice(0, -1)}ي`;
  return stem.endsWith('ة') ? stem.slice(0, -1) : stem;
}

/** Sound feminine plural. */
export function soundFeminine(stem: string): Form[] {
  return [{ written: `${soundFeminineBase(stem)}ات`, cost: FormCost.Common, allows: NOMINAL }];
}

/** The stem that sound plurals of `lemma` are built on: «محام» of «محامي» where the entry gives both, else the lemma. */
function pluralStem(lemma: string, also: readonly string[]): string {
  const short = lemma.slice(0, -1);
  if (lemma.endsWith('ي') && also.includes(short)) return short;
  return lemma.endsWith('ى') ? short : lemma;
}

const isSound = (plural: string): boolean => plural.startsWith('-');

function pluralForms(plural: string, lemma: string, also: readonly string[]): Form[] {
  if (plural === '-ات') return soundFeminine(lemma);
  if (plural === '-ون') return soundMasculine(pluralStem(lemma, also));
  if (plural.startsWith('-')) {
    const base = lemma.endsWith('ة') ? lemma.slice(0, -1) : lemma;
    return stemForms(base + plural.slice(1), FormCost.Common);
  }
  return brokenPluralForms(plural);
}

/**
 * Variants that are other spellings of the lemma («كومبيوتر») and so inflect as it does. «ماض» beside «ماضي» is none: it
 * is the indefinite form.
 */
function spellingsOf(lemma: string, also: readonly string[]): readonly string[] {
  return also.filter(variant => variant !== lemma.slice(0, -1));
}

/** Every written form of a noun. `plurals` holds `-ات`, `-ون` or written-out broken plurals. */
export function nounForms(lemma: string, plurals: readonly string[], also: readonly string[]): Form[] {
  return [
    ...stemForms(lemma, FormCost.Lemma),
    ...also.flatMap(variant => stemForms(variant, FormCost.Common)),
    ...dualForms(lemma, plurals.length > 0),
    ...plurals.flatMap(plural => pluralForms(plural, lemma, also)),
    ...spellingsOf(lemma, also).flatMap(variant =>
      plurals.filter(isSound).flatMap(plural => pluralForms(plural, variant, also)),
    ),
  ];
}

/** ة on an adjective: a passive participle in ى keeps its vowel (مستوحاة), the hamza of يء takes a seat (مضيئة). */
function regularFeminine(lemma: string): string {
  const body = lemma.slice(0, -1);
  if (lemma.endsWith('ى')) return `${body}اة`;
  return lemma.endsWith('يء') ? `${body}ئة` : `${lemma}ة`;
}

function feminineForms(lemma: string, feminine: readonly string[]): Form[] {
  if (feminine.length === 0) {
    const regular = regularFeminine(lemma);
    return [...stemForms(regular, FormCost.Common), ...dualForms(regular), ...soundFeminine(regular)];
  }
  return feminine
    .filter(form => form !== '-')
    .flatMap(form => [...stemForms(form, FormCost.Common), ...dualForms(form), ...soundFeminine(form)]);
}

/** A nisba takes no pronoun: «عمليه» is a careless عملية, not عملي and «his». */
function singularForms(adjective: string, cost: number): Form[] {
  const forms = stemForms(adjective, cost);
  if (!adjective.endsWith('ي')) return forms;
  return forms.map(form => ({ ...form, allows: form.allows & ~Allows.Enclitic }));
}

/** Every written form of an adjective: both genders, all numbers. `feminine` is empty for the regular ة. */
export function adjectiveForms(
  lemma: string,
  plurals: readonly string[],
  feminine: readonly string[],
  also: readonly string[],
): Form[] {
  return [
    ...singularForms(lemma, FormCost.Lemma),
    ...also.flatMap(variant => singularForms(variant, FormCost.Common)),
    ...dualForms(lemma),
    ...plurals.flatMap(plural => pluralForms(plural, lemma, also)),
    ...spellingsOf(lemma, also).flatMap(variant => [...feminineForms(variant, []), ...soundMasculine(variant)]),
    ...feminineForms(lemma, feminine),
    ...soundMasculine(pluralStem(lemma, also)),
  ];
}
