/**
 * `src/data/words.tsv`: the hand-written lexicon. Each line is an entry; its inflected forms are generated here and
 * laid out at build time as one binary table, because filling a map with them at every start would cost 100 ms.
 */
import { LexiconError } from '../errors.ts';
import { matchingKey } from '../text/normalise.ts';
import { Allows, type Form, FormCost } from './inflection/form.ts';
import { adjectiveForms, nounForms } from './inflection/noun.ts';
import { verbForms } from './inflection/verb.ts';

/** Universal part-of-speech tags (universaldependencies.org/u/pos), in the order in which equal readings are preferred. */
export const PARTS_OF_SPEECH = [
  'ADP',
  'CONJ',
  'PART',
  'PRON',
  'DET',
  'NUM',
  'ADV',
  'NOUN',
  'ADJ',
  'PROPN',
  'VERB',
  'INTJ',
] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** One line of the lexicon. */
export interface Entry {
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Plurals: `-ات`, `-ون` or written out. */
  readonly plurals: readonly string[];
  /** Irregular feminine; `-` when there is none; empty for the regular ة. */
  readonly feminine: readonly string[];
  /** Imperfect of the third person masculine singular: verbs only, at least one. */
  readonly imperfects: readonly string[];
  /** Stated only where the spelling misleads (استمع looks like استمر). */
  readonly geminate?: boolean;
  /** Other spellings and irregular forms. */
  readonly also: readonly string[];
  /** Homographs for which this entry is the likelier reading in news. */
  readonly wins: readonly string[];
  readonly note: string;
  /** 1-based line of the file. */
  readonly line: number;
}

const WORD = /^[\u0621-\u063a\u0641-\u064a]+$/;
const NOMINALS: readonly PartOfSpeech[] = ['NOUN', 'NUM', 'ADJ'];
/** Attributes, and the parts of speech that they belong to. */
const ATTRIBUTES: ReadonlyMap<string, readonly PartOfSpeech[]> = new Map([
  ['pl', NOMINALS],
  ['fem', ['ADJ']],
  ['impf', ['VERB']],
  ['gem', ['VERB']],
  ['also', PARTS_OF_SPEECH],
  ['wins', PARTS_OF_SPEECH],
]);
const CLOSED: ReadonlySet<PartOfSpeech> = new Set(['ADP', 'CONJ', 'PART', 'PRON', 'DET']);

type Fail = (message: string) => never;

/** Refuses a value that its attribute can't have: `-ات` is a plural, `-` alone says that there is no feminine. */
function checkValue(name: string, value: string, fail: Fail): void {
  if (name === 'gem') {
    if (value !== 'yes' && value !== 'no') fail(`gem= is yes or no, not "${value}"`);
    return;
  }
  if (name === 'fem' && value === '-') return;
  const word = name === 'pl' && value.startsWith('-') ? value.slice(1) : value;
  if (!WORD.test(word)) fail(`"${value}" is no Arabic word without marks`);
}

function parseAttributes(text: string, pos: PartOfSpeech, fail: Fail): Map<string, string[]> {
  const attributes = new Map<string, string[]>();
  for (const pair of text === '' ? [] : text.split(' ')) {
    const [name, value, ...rest] = pair.split('=');
    const owners = ATTRIBUTES.get(name);
    if (!owners || !value || rest.length > 0) return fail(`"${pair}" is no attribute`);
    if (!owners.includes(pos)) fail(`${name}= belongs to no ${pos}`);
    if (attributes.has(name)) fail(`${name}= stands twice`);
    const values = value.split('|');
    for (const word of values) checkValue(name, word, fail);
    if (new Set(values).size < values.length) fail(`${name}= states a form twice`);
    attributes.set(name, values);
  }
  return attributes;
}

function parseEntry(line: string, number: number, file: string): Entry {
  const fail: Fail = message => {
    throw new LexiconError(file, `:${number}`, message);
  };
  const columns = line.split('\t');
  if (columns.length !== 4) fail(`${columns.length} columns instead of 4 (lemma, part of speech, forms, note)`);
  const [lemma, pos, forms, note] = columns;
  if (!WORD.test(lemma)) fail(`"${lemma}" is no Arabic word without marks`);
  if (!PARTS_OF_SPEECH.includes(pos as PartOfSpeech)) fail(`"${pos}" is no part of speech`);
  const attributes = parseAttributes(forms, pos as PartOfSpeech, fail);
  if (attributes.get('also')?.includes(lemma)) fail(`also= repeats the lemma ${lemma}`);
  const imperfects = attributes.get('impf') ?? [];
  if ((pos === 'VERB') !== imperfects.length > 0) fail('impf= belongs to verbs, and every verb needs one');
  if (imperfects.some(imperfect => !imperfect.startsWith('ي'))) fail('impf= is the third person and begins with yeh');
  const geminate = attributes.get('gem')?.[0];
  return {
    lemma,
    pos: pos as PartOfSpeech,
    plurals: attributes.get('pl') ?? [],
    feminine: attributes.get('fem') ?? [],
    imperfects,
    ...(geminate === undefined ? {} : { geminate: geminate === 'yes' }),
    also: attributes.get('also') ?? [],
    wins: attributes.get('wins') ?? [],
    note,
    line: number,
  };
}

function refuseContradictions(entries: readonly Entry[], file: string): void {
  const entryOf = new Map<string, Entry>();
  const winnerOf = new Map<string, Entry>();
  const fail = (entry: Entry, message: string): never => {
    throw new LexiconError(file, `:${entry.line}`, message);
  };
  for (const entry of entries) {
    const name = `${entry.lemma} ${entry.pos}`;
    const twin = entryOf.get(name);
    if (twin) fail(entry, `${name} already stands in line ${twin.line}`);
    entryOf.set(name, entry);
    for (const form of entry.wins) {
      const rival = winnerOf.get(form);
      if (rival && rival.lemma !== entry.lemma) fail(entry, `wins=${form} is already claimed in line ${rival.line}`);
      winnerOf.set(form, entry);
    }
  }
}

/** All entries of a lexicon file. Lines that begin with # are comments. Throws {@link LexiconError} naming the line. */
export function parseWords(text: string, file: string): Entry[] {
  const entries: Entry[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line !== '' && !line.startsWith('#')) entries.push(parseEntry(line, index + 1, file));
  }
  refuseContradictions(entries, file);
  return entries;
}

/** «المغرب» in «للمغرب»: the name without its article stands nowhere but behind لل. */
const DEFINITE = Allows.Article | Allows.ArticleOnly | Allows.Preposition;

function listedForms(entry: Entry): Form[] {
  const closed = CLOSED.has(entry.pos);
  const allows = Allows.Preposition | (closed ? Allows.Enclitic : 0);
  const variant = closed ? FormCost.Closed : entry.pos === 'PROPN' ? FormCost.Lemma : FormCost.Common;
  const definiteName = entry.pos === 'PROPN' && entry.lemma.startsWith('ال');
  const careless = entry.pos === 'PROPN' && entry.lemma.endsWith('ة') ? `${entry.lemma.slice(0, -1)}ه` : undefined;
  return [
    ...(careless ? [{ written: careless, cost: FormCost.NameSlip, allows }] : []),
    ...(definiteName ? [{ written: entry.lemma.slice(2), cost: FormCost.Closed, allows: DEFINITE }] : []),
    { written: entry.lemma, cost: closed ? FormCost.Closed : FormCost.Lemma, allows },
    // «لديهما», «بعدها» already carry a pronoun: no ب before them, so «بلديهما» is left to بلد.
    ...entry.also.map(written => ({ written, cost: variant, allows: entry.pos === 'ADP' ? 0 : allows })),
  ];
}

function generatedForms(entry: Entry): Form[] {
  switch (entry.pos) {
    case 'NOUN':
    case 'NUM':
      return nounForms(entry.lemma, entry.plurals, entry.also);
    case 'ADJ':
      return adjectiveForms(entry.lemma, entry.plurals, entry.feminine, entry.also);
    case 'VERB':
      return [
        ...entry.imperfects.flatMap(imperfect =>
          verbForms({
            perfect: entry.lemma,
            imperfect,
            ...(entry.geminate === undefined ? {} : { geminate: entry.geminate }),
          }),
        ),
        ...entry.also.map(written => ({ written, cost: FormCost.Common, allows: Allows.Enclitic })),
      ];
    default:
      return listedForms(entry);
  }
}

/**
 * Every written form of an entry, each once with its lowest cost; forms that the entry `wins` cost nothing. A form that
 * takes the future س is kept apart from one that does not: «أقدم» may be read behind س only as the first person.
 */
export function inflect(entry: Entry): Form[] {
  const best = new Map<string, Form>();
  for (const form of generatedForms(entry)) {
    const name = form.allows & Allows.Future ? `س+${form.written}` : form.written;
    const known = best.get(name);
    const cost = costOf(form, entry);
    if (!known) best.set(name, { ...form, cost });
    else best.set(name, { ...form, cost: Math.min(cost, known.cost), allows: mergedAllows(form, known) });
  }
  for (const written of entry.wins) {
    if (!best.has(written) && !best.has(`س+${written}`))
      best.set(written, { written, cost: FormCost.Wins, allows: Allows.Preposition });
  }
  return [...best.values()];
}

/**
 * A form that the entry wins costs nothing; with ه for its ة it is a little likelier than its rivals with the same slip.
 * Plurals are not: «دعاه» is a verb with a pronoun before it is a careless دعاة.
 */
function costOf({ written, cost }: Form, { wins, plurals }: Entry): number {
  if (wins.includes(written)) return FormCost.Wins;
  const careful = `${written.slice(0, -1)}ة`;
  const slip = cost >= FormCost.NisbaSlip && written.endsWith('ه') && !plurals.includes(careful);
  return slip && wins.includes(careful) ? cost - 1 : cost;
}

/** A form that may also stand alone is not bound to an enclitic or an article. */
function mergedAllows(a: Form, b: Form): number {
  const bounds = Allows.EncliticOnly | Allows.ArticleOnly;
  return ((a.allows | b.allows) & ~bounds) | (a.allows & b.allows & bounds);
}

/** One reading of a key in the compiled table. */
export interface CompiledReading {
  readonly entry: number;
  readonly form: Form;
}

/** A verb that wins its imperfect («يجد») is also the likelier reading of the forms made from it («أجد», «نجد»). */
function winsItsParadigm(entry: Entry): boolean {
  return entry.imperfects.some(imperfect => entry.wins.includes(imperfect));
}

/**
 * The readings of every key of the lexicon, keys in code-point order, readings from the likeliest on: by cost, then the
 * verb that wins its imperfect, then by part of speech, then the shorter lemma (of «يحضر», حضر rather than أحضر: I and II share a spelling, IV does not).
 */
export function readingsByKey(entries: readonly Entry[]): Map<string, CompiledReading[]> {
  const byKey = new Map<string, CompiledReading[]>();
  for (const [index, entry] of entries.entries()) {
    for (const form of inflect(entry)) {
      const key = matchingKey(form.written);
      const readings = byKey.get(key);
      if (readings) readings.push({ entry: index, form });
      else byKey.set(key, [{ entry: index, form }]);
    }
  }
  const order = (reading: CompiledReading): number => PARTS_OF_SPEECH.indexOf(entries[reading.entry].pos);
  const favoured = entries.map(winsItsParadigm);
  for (const readings of byKey.values()) {
    readings.sort(
      (a, b) =>
        a.form.cost - b.form.cost ||
        Number(favoured[b.entry]) - Number(favoured[a.entry]) ||
        order(a) - order(b) ||
        entries[a.entry].lemma.length - entries[b.entry].lemma.length ||
        a.entry - b.entry,
    );
  }
  return new Map([...byKey].sort(([a], [b]) => (a < b ? -1 : 1)));
}
