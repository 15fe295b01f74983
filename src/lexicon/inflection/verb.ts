/**
 * Conjugation of an unvocalised verb from two principal parts, the perfect and the imperfect of the third person
 * masculine singular. What kind of verb it is (hollow, defective, geminate …) shows in their spelling. Without vowels
 * active and passive mostly coincide; the passives that are spelled apart are written here too.
 */
import { Allows, type Form, FormCost } from './form.ts';

const PLAIN = Allows.Enclitic;
const BOUND = Allows.Enclitic | Allows.EncliticOnly;
const IMPERFECT = Allows.Enclitic | Allows.Future | Allows.Preposition;
const LONG_VOWELS = 'اوي';

/** A verb as the lexicon gives it; `geminate` is only stated where the spelling misleads. */
export interface Verb {
  readonly perfect: string;
  readonly imperfect: string;
  readonly geminate?: boolean;
}

function isDefective({ perfect }: Verb): boolean {
  return perfect.length > 2 && 'ىاي'.includes(perfect.at(-1)!);
}

function isHollow(verb: Verb): boolean {
  const { perfect, imperfect } = verb;
  return (
    !isDefective(verb) &&
    perfect.length > 2 &&
    perfect.at(-2) === 'ا' &&
    LONG_VOWELS.includes(imperfect.at(-2)!) &&
    perfect.at(-1) === imperfect.at(-1)
  );
}

/** Assimilated eighth forms («اتفق», «اطلع», «ادخر») look as short as geminates but are none. */
const ASSIMILATED_EIGHTH = /^ا[تطد]/;

function isGeminate(verb: Verb): boolean {
  const { perfect, imperfect } = verb;
  if (verb.geminate !== undefined) return verb.geminate;
  if (isDefective(verb) || isHollow(verb)) return false;
  if (perfect.length === 2) return true;
  if (perfect.length === 3) return perfect.startsWith('أ') && imperfect.slice(1) === perfect.slice(1);
  if (perfect.length === 4) return perfect.startsWith('ا') && !ASSIMILATED_EIGHTH.test(perfect);
  return perfect.length === 5 && perfect.startsWith('است');
}

/** Written stems of a perfect: before a vowel, before a consonant, and of the plural in وا. */
interface PerfectStems {
  readonly self: string;
  readonly feminine: string;
  readonly dual: string;
  readonly plural: readonly string[];
  readonly consonantal: string;
  readonly bound?: string;
}

function perfectStems(verb: Verb): PerfectStems {
  const { perfect } = verb;
  const body = perfect.slice(0, -1);
  if (perfect.length > 2) {
    if (perfect.endsWith('ى'))
      return {
        self: perfect,
        feminine: body,
        dual: `${body}ي`,
        plural: [body],
        consonantal: `${body}ي`,
        bound: `${body}ا`,
      };
    if (perfect.endsWith('ا'))
      return { self: perfect, feminine: body, dual: `${body}و`, plural: [body], consonantal: `${body}و` };
    if (perfect.endsWith('ي'))
      return { self: perfect, feminine: perfect, dual: perfect, plural: [body], consonantal: perfect };
  }
  if (isHollow(verb)) {
    const short = perfect.slice(0, -2) + perfect.at(-1);
    return { self: perfect, feminine: perfect, dual: perfect, plural: [perfect], consonantal: short };
  }
  const plural = perfect.endsWith('أ') ? [perfect, `${body}ؤ`, `${body}ء`] : [perfect];
  const consonantal = isGeminate(verb) ? perfect + perfect.at(-1) : perfect;
  return { self: perfect, feminine: perfect, dual: perfect, plural, consonantal };
}

function perfectForms(verb: Verb, cost: number): Form[] {
  const stems = perfectStems(verb);
  const form = (written: string, extra: number, allows: number = PLAIN): Form => ({ written, cost: extra, allows });
  const forms = [
    form(stems.self, cost),
    form(`${stems.feminine}ت`, FormCost.Common),
    form(`${stems.dual}ا`, FormCost.Rare),
    form(`${stems.feminine}تا`, FormCost.Rare),
    ...stems.plural.flatMap(stem => [form(`${stem}وا`, FormCost.Common), form(`${stem}و`, FormCost.Less, BOUND)]),
    ...['ت', 'تم', 'تما'].map(suffix => form(stems.consonantal + suffix, FormCost.Speaker)),
    form(`${stems.consonantal}نا`.replace('ننا', 'نا'), FormCost.Rare),
    form(`${stems.consonantal}ن`, FormCost.Speaker),
  ];
  if (stems.bound) forms.push(form(stems.bound, cost, BOUND));
  return forms;
}

/** The active perfect with another seat of its hamza: «أنشئ», «سئل», «استؤنف». */
function passiveHamza(perfect: string): string | undefined {
  if (perfect.endsWith('أ')) return `${perfect.slice(0, -1)}ئ`;
  if (perfect.length === 3 && perfect[1] === 'أ') return `${perfect[0]}ئ${perfect[2]}`;
  if (perfect.startsWith('استأ')) return `استؤ${perfect.slice(4)}`;
  return undefined;
}

/** The passive perfect where it is spelled otherwise than the active, or none. */
function passivePerfect(verb: Verb): string | undefined {
  const { perfect } = verb;
  if (isDefective(verb)) return perfect.endsWith('ي') ? undefined : `${perfect.slice(0, -1)}ي`;
  if (isHollow(verb)) return `${perfect.slice(0, -2)}ي${perfect.at(-1)}`;
  if (perfect.length >= 4 && perfect[1] === 'ا') return `${perfect[0]}و${perfect.slice(2)}`;
  if (perfect.length >= 5 && perfect[0] === 'ت' && perfect[2] === 'ا')
    return `${perfect.slice(0, 2)}و${perfect.slice(3)}`;
  return passiveHamza(perfect);
}

/** Imperfect with its personal prefixes; `body` is the imperfect without prefix. */
function personalForms(body: string, cost: number, allows: number): Form[] {
  const first = body.startsWith('أ') ? `آ${body.slice(1)}` : `أ${body}`;
  return [
    { written: `ي${body}`, cost, allows },
    { written: `ت${body}`, cost, allows },
    { written: `ن${body}`, cost: Math.max(cost, FormCost.Rare), allows },
    { written: first, cost: FormCost.Speaker, allows },
  ];
}

/** Plural, dual and feminine endings: only with ي and ت. With ت the plural is that of those spoken to, whom news seldom has. */
function suffixedForms(stem: string, suffixes: readonly string[]): Form[] {
  return suffixes.flatMap(suffix =>
    ['ي', 'ت'].map(prefix => ({
      written: prefix + stem + suffix,
      cost: prefix === 'ي' && (suffix === 'ون' || suffix === 'وا') ? FormCost.Common : FormCost.Less,
      allows: suffix === 'و' ? IMPERFECT | Allows.EncliticOnly : IMPERFECT,
    })),
  );
}

function defectiveImperfect(body: string): Form[] {
  const stem = body.slice(0, -1);
  const dual = body.endsWith('و') ? `${stem}و` : `${stem}ي`;
  const forms = [
    ...personalForms(body, FormCost.Common, IMPERFECT),
    ...personalForms(stem, FormCost.Rare, IMPERFECT),
    ...suffixedForms(stem, ['ون', 'وا', 'و', 'ين']),
    ...suffixedForms(dual, ['ان', 'ا']),
  ];
  if (body.endsWith('ى')) forms.push(...personalForms(`${stem}ا`, FormCost.Less, IMPERFECT | Allows.EncliticOnly));
  return forms;
}

function imperfectForms(body: string, hollow: boolean): Form[] {
  if ('ىيو'.includes(body.at(-1)!) && body.length > 1) return defectiveImperfect(body);
  const forms = [
    ...personalForms(body, FormCost.Common, IMPERFECT),
    ...suffixedForms(body, ['ون', 'وا', 'و', 'ان', 'ا', 'ين', ...(hollow ? [] : ['ن'])]),
  ];
  if (hollow) {
    const short = body.slice(0, -2) + body.at(-1);
    forms.push(...personalForms(short, FormCost.Less, IMPERFECT), ...suffixedForms(short, ['ن']));
  }
  if (body.endsWith('أ')) {
    const stem = body.slice(0, -1);
    forms.push(
      ...suffixedForms(`${stem}ؤ`, ['ون', 'وا']),
      ...suffixedForms(`${stem}ء`, ['ون', 'وا']),
      ...suffixedForms(`${stem}آ`, ['ن']),
    );
  }
  return forms;
}

/** The passive imperfect where it is spelled otherwise than the active, without prefix, or none. */
function passiveBody(verb: Verb): string | undefined {
  const body = verb.imperfect.slice(1);
  if (isHollow(verb) && body.at(-2) !== 'ا') return `${body.slice(0, -2)}ا${body.at(-1)}`;
  if (isDefective(verb) && !body.endsWith('ى')) return `${body.slice(0, -1)}ى`;
  if (verb.perfect.startsWith('و') && verb.perfect.length === 3 && !body.startsWith('و')) return `و${body}`;
  if (body.startsWith('أ')) return `ؤ${body.slice(1)}`;
  if (body.endsWith('ئ')) return `${body.slice(0, -1)}أ`;
  return undefined;
}

/** Every written form of a verb. */
export function verbForms(verb: Verb): Form[] {
  const forms = [...perfectForms(verb, FormCost.Lemma), ...imperfectForms(verb.imperfect.slice(1), isHollow(verb))];
  const perfect = passivePerfect(verb);
  const body = passiveBody(verb);
  const passives = [
    ...(perfect ? perfectForms({ ...verb, perfect, geminate: false }, FormCost.Less) : []),
    ...(body ? imperfectForms(body, isHollow(verb)) : []),
  ];
  // A passive takes no object. One that begins with وو («ووصل» of واصل) is seldom meant: و + وصل is.
  const least = verb.perfect.startsWith('و') ? FormCost.Rare : FormCost.Less;
  const objectless = passives.filter(({ allows }) => !(allows & Allows.EncliticOnly));
  return [
    ...forms,
    ...objectless.map(form => ({
      ...form,
      cost: Math.max(form.cost, least),
      allows: form.allows & ~Allows.Enclitic,
    })),
  ];
}
