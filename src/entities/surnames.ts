/**
 * Demonyms that are surnames («محمد شياع السوداني») and first names («تركي الفيصل»): no countries. A surname that a
 * first name has introduced stays a person through the article.
 */
import { WordClass } from '../lexicon/office-words.ts';
import type { Sense } from '../lexicon/phrase-list.ts';
import type { Hit } from './match.ts';
import type { MentionOptions } from './mention.ts';
import type { ArticleScan, Scan } from './scan.ts';

const ARTICLE = '\u0627\u0644';
const YEH_LETTER = '\u064a';
const NOT_A_NAME = WordClass.stateHead | WordClass.boundary | WordClass.preposition | WordClass.minister;

/** A word that can stand before a surname: a given name, or an unknown word behind one («محمد شياع»). */
function endsGivenName(article: ArticleScan, scan: Scan, token: number, options: MentionOptions): boolean {
  if (token < 0) return false;
  const classes = article.classes(scan, token);
  if (classes & NOT_A_NAME) return false;
  if (classes & WordClass.given) return !isPossessed(article, scan, token);
  if (classes !== 0 || !options.isCommonWord || options.isCommonWord(scan.segment.tokens.types[token])) return false;
  const before = article.before(scan, token);
  return before >= 0 && (article.classes(scan, before) & (WordClass.given | WordClass.boundary)) === WordClass.given;
}

/** «ناديه الإيطالي»: a noun with a pronoun that only looks like a name written with ه for ة. */
function isPossessed(article: ArticleScan, scan: Scan, token: number): boolean {
  const key = article.key(scan, token);
  return key.endsWith('ه') && article.matcher.gazetteer.word(key) < 0;
}

/** True when the demonym at `hit` is the surname of a name that stands before it. */
export function isSurname(article: ArticleScan, scan: Scan, hit: Hit, options: MentionOptions): boolean {
  if (hit.skip > 0 || hit.from !== hit.to) return false;
  const key = article.key(scan, hit.from);
  return (
    key.startsWith(ARTICLE) &&
    key.endsWith(YEH_LETTER) &&
    endsGivenName(article, scan, article.before(scan, hit.from), options)
  );
}

/** The surnames of one article that look like demonyms. */
export class Surnames {
  readonly #article: ArticleScan;
  readonly #options: MentionOptions;
  readonly #keys = new Set<string>();
  /** Per segment that names known persons: last token of each name → its first. */
  readonly #names = new Map<Scan, ReadonlyMap<number, number>>();

  constructor(article: ArticleScan, options: MentionOptions) {
    this.#article = article;
    this.#options = options;
    for (const scan of article.scans) {
      if (scan.persons.length > 0) this.#names.set(scan, new Map(scan.persons.map(({ from, to }) => [to, from])));
      for (const hit of scan.countries) {
        const surname = this.#endsKnownName(scan, hit) || isSurname(article, scan, hit, options);
        if (this.#isDemonym(hit) && surname) this.#keys.add(article.key(scan, hit.from));
      }
    }
  }

  /** The last word of a known office-holder's name of several words. */
  #endsKnownName(scan: Scan, hit: Hit): boolean {
    const from = this.#names.get(scan)?.get(hit.to);
    return from !== undefined && from < hit.from;
  }

  #isDemonym(hit: Hit): boolean {
    return this.#article.matcher.gazetteer.senses(hit.set).some(sense => sense.kind === 'demonym');
  }

  /**
   * True when a demonym stands for a person: introduced in the article, and not behind a definite noun it could agree
   * with; where nothing else speaks for the country (`evidence` 0), also there («رئيس الوزراء السوداني»).
   */
  claims(scan: Scan, hit: Hit, evidence: number): boolean {
    if (this.#keys.size === 0 || hit.from !== hit.to) return false;
    if (!this.#keys.has(this.#article.key(scan, hit.from).slice(hit.skip))) return false;
    if (this.#endsKnownName(scan, hit) || isSurname(this.#article, scan, hit, this.#options)) return true;
    const before = this.#article.before(scan, hit.from);
    const agrees = hit.skip === 0 && before >= 0 && this.#article.key(scan, before).startsWith(ARTICLE);
    return !agrees || (evidence === 0 && (this.#article.classes(scan, before) & WordClass.theMinisters) > 0);
  }
}

/** First names written like a demonym without article: «تركي بن فيصل», «الأمير تركي». */
export function isPersonName(
  article: ArticleScan,
  scan: Scan,
  hit: Hit,
  sense: Sense,
  options: MentionOptions,
): boolean {
  if (sense.kind !== 'demonym' || hit.from !== hit.to) return false;
  const key = article.key(scan, hit.from).slice(hit.skip);
  if (key.startsWith(ARTICLE) || !key.endsWith(YEH_LETTER)) return false;
  const after = article.after(scan, hit.to);
  if (after >= 0 && ['بن', 'ال', 'ابن'].includes(article.key(scan, after))) return true;
  const before = article.before(scan, hit.from);
  if (before < 0 || hit.skip > 0) return false;
  const classes = article.classes(scan, before);
  const titled = (classes & WordClass.title) > 0 && article.key(scan, before).startsWith(ARTICLE);
  return titled || article.key(scan, before) === 'بن' || endsGivenName(article, scan, before, options);
}
