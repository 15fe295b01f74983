/**
 * Schemas of the gazetteer's source files and of a user's own gazetteer. Only the build and `--gazetteer` load them.
 */
import * as v from 'valibot';

const LONGEST_PHRASE = 1000;

const text = v.pipe(v.string(), v.nonEmpty());
/** A phrase of a gazetteer: anything that begins with a letter or digit; marks are folded by the build. */
const phrase = v.pipe(
  v.string(),
  // The pattern below needs stack for every character.
  v.maxLength(LONGEST_PHRASE, `expected at most ${LONGEST_PHRASE} characters`),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .+\-'’ـ]*$/u, 'expected words, not punctuation'),
);
const phrases = v.optional(v.array(phrase), []);
const countryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code'));
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const date = v.pipe(v.string(), v.regex(DATE, 'expected YYYY, YYYY-MM or YYYY-MM-DD'));

const place = v.strictObject({ ar: phrase, en: v.string(), variants: phrases });
const places = v.optional(v.array(place), []);

/**
 * A form that means something else, too. `with`: `word`, `person`, `region` or codes of countries, joined by |. `cue` says
 * what it takes to count it: `sure` (always), `evidence` (the article names the country elsewhere, or a cue stands
 * before it), `place` (only with a cue such as مدينة, or in a list of places), `head` (a demonym that needs a person or
 * an organ of state before it, or a name behind it), `noun` (a people behind a common noun, or with evidence), `each`
 * (names every country that has the form: «الكوريتين»), `town` (behind في or إلى, or with evidence); absent: decided by kind and `with`.
 */
const ambiguous = v.strictObject({
  form: phrase,
  with: v.pipe(v.string(), v.regex(/^[A-Za-z_0-9]+(?:\|[A-Za-z_0-9]+)*$/, 'expected words or codes joined by |')),
  cue: v.optional(v.picklist(['sure', 'evidence', 'place', 'head', 'noun', 'each', 'town'])),
  note: v.optional(v.string(), ''),
});

export const CountriesSchema = v.strictObject({
  schema: v.literal('countries/1'),
  entries: v.array(
    v.strictObject({
      id: countryCode,
      en: text,
      ar: phrase,
      names: v.pipe(v.array(phrase), v.nonEmpty()),
      nisba: phrases,
      people: phrases,
      /** No mentions, but signs that the article is about the country («خادم الحرمين الشريفين»). */
      hints: phrases,
      capitals: places,
      territories: places,
      cities: places,
      /** Spellings with marks that decide between two countries. */
      marked: v.optional(v.record(v.string(), countryCode), {}),
      ambiguous: v.optional(v.array(ambiguous), []),
      not: phrases,
      source: text,
    }),
  ),
});
export type CountriesSource = v.InferOutput<typeof CountriesSchema>;

export const AlliancesSchema = v.strictObject({
  schema: v.literal('alliances/1'),
  entries: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]*$/, 'expected an id such as ARAB_LEAGUE')),
      class: v.picklist(['alliance', 'organisation', 'historical']),
      en: text,
      ar: phrase,
      names: v.pipe(v.array(phrase), v.nonEmpty()),
      acronyms: phrases,
      nisba: phrases,
      /** Bare nouns that stand for it once it has been named. */
      anaphors: phrases,
      /** Other ids whose mention also lets the anaphors refer to this one. */
      introducedBy: v.optional(v.array(v.string()), []),
      /** Names that count only if one of these ids or countries is mentioned in the article. */
      weak: v.optional(v.array(v.strictObject({ form: phrase, with: v.array(v.string()) })), []),
      /** Longer phrases that hold a name and mean something else. */
      not: phrases,
      members: v.optional(
        v.array(v.strictObject({ country: countryCode, from: v.optional(date), to: v.optional(date) })),
        [],
      ),
      note: v.optional(v.string()),
      source: text,
    }),
  ),
});

/** A term of office: first and last day as precise as known; open where they are not. */
const userTerm = v.strictObject({
  office: v.pipe(v.string(), v.regex(/^(?:foreign|defence|interior|prime|other:[a-z][a-z-]*)$/, 'expected an office')),
  country: countryCode,
  from: v.optional(date),
  to: v.optional(date),
  source: v.optional(text),
  note: v.optional(v.string()),
});
const term = v.strictObject({ ...userTerm.entries, source: text });

export const OfficeHoldersSchema = v.strictObject({
  schema: v.literal('office-holders/1'),
  entries: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected an id such as antony-blinken')),
      qid: v.optional(v.pipe(v.string(), v.regex(/^Q\d+$/))),
      en: text,
      ar: phrase,
      variants: phrases,
      /** What the person is called once introduced, such as the family name. */
      short: phrases,
      /** Head of state while in office: by name alone spoken of as such, and a minister only where the office is said. */
      ruler: v.optional(v.literal(true)),
      terms: v.pipe(v.array(term), v.nonEmpty()),
    }),
  ),
});
export type OfficeHoldersSource = v.InferOutput<typeof OfficeHoldersSchema>;

const userEntry = v.strictObject({
  type: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'expected a lower-case word')),
  id: text,
  ar: v.optional(v.string()),
  en: v.optional(v.string()),
  names: v.pipe(v.array(phrase), v.nonEmpty()),
  not: phrases,
  /** Of a minister: without them he is known by any office that stands beside his name, and by none alone. */
  terms: v.optional(v.array(userTerm)),
  note: v.optional(v.string()),
  source: v.optional(v.string()),
});

/**
 * `--gazetteer FILE`. Entries of a known type and id add names (and terms) to ours; any other type makes mentions of its
 * own.
 */
export const UserGazetteerSchema = v.strictObject({
  schema: v.literal('gazetteer/1'),
  entries: v.array(
    v.pipe(
      userEntry,
      v.forward(
        v.check(({ type, terms }) => terms === undefined || type === 'minister', 'only a minister has terms'),
        ['terms'],
      ),
    ),
  ),
});
export type UserGazetteer = v.InferOutput<typeof UserGazetteerSchema>;
