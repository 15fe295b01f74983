/** What an office is for: the portfolio behind وزير, from its first word to its last («الشؤون الخارجية والتعاون الإفريقي»). */
import { Channel } from '../lexicon/gazetteer.ts';
import { WordClass } from '../lexicon/office-words.ts';
import { ROOT } from '../lexicon/phrase-trie.ts';
import type { FoundCountry } from './countries.ts';
import type { ArticleScan, Scan } from './scan.ts';

/** A portfolio of the list: its office, its last token, the letters of a clitic before its first. */
export interface Portfolio {
  readonly office: string;
  readonly to: number;
  readonly skip: number;
}

const PRONOUNS = ['ها', 'هما', 'هم', 'ه', 'نا'];
const ARTICLE = '\u0627\u0644';
const WAW_LETTER = '\u0648';
/** Words in ال that are no part of a portfolio. */
const ENDS_PORTFOLIO =
  WordClass.former |
  WordClass.acting |
  WordClass.standing |
  WordClass.title |
  WordClass.relative |
  WordClass.boundary |
  WordClass.given |
  WordClass.family;
const LONGEST_PORTFOLIO = 2;
const LONGEST_UNLISTED = 6;
const LONGEST_FIELD = 12;
/** Portfolios that speak of people or things abroad: «والمغاربة المقيمين بالخارج». */
const ABROAD: ReadonlySet<string> = new Set(['بالخارج', 'بالمهجر']);

const AFFAIRS = /^ش[ؤئ]ون$/u;
const AND_AFFAIRS = /^وش[ؤئ]ون$/u;
const RESIDENT = /^المقيم(?:ين|ون)$/u;

/** Reads portfolios of one segment. */
export class PortfolioReader {
  readonly #article: ArticleScan;
  readonly #scan: Scan;
  readonly #isCommon: (type: number) => boolean;
  readonly #countries: ReadonlyMap<number, FoundCountry>;
  readonly #personStarts = new Set<number>();

  constructor(
    article: ArticleScan,
    scan: Scan,
    countries: ReadonlyMap<number, FoundCountry>,
    isCommon: (type: number) => boolean,
  ) {
    this.#article = article;
    this.#scan = scan;
    this.#countries = countries;
    this.#isCommon = isCommon;
    for (const hit of scan.persons) if (hit.skip === 0) this.#personStarts.add(hit.from);
  }

  /** The listed phrase of a kind (`portfolio`, or `head` for offices with a name of their own) at a token. */
  at(token: number, kind: 'portfolio' | 'head' = 'portfolio'): Portfolio | undefined {
    if (token < 0 || token >= this.#scan.segment.tokens.count) return undefined;
    const hit = this.#article.matcher.phrase(this.#scan.segment.tokens, token, Channel.Portfolio);
    const sense = hit && this.#article.matcher.gazetteer.senses(hit.set).find(other => other.type === 'portfolio');
    return hit && sense?.kind === kind ? { office: sense.id, to: hit.to, skip: hit.skip } : undefined;
  }

  /** «شؤون الإعلام»: a listed portfolio behind شؤون. */
  ofAffairs(token: number): Portfolio | undefined {
    if (!AFFAIRS.test(this.#article.key(this.#scan, token))) return undefined;
    const portfolio = this.at(this.#article.after(this.#scan, token));
    return portfolio?.skip === 0 ? portfolio : undefined;
  }

  /** «خارجيتها»: portfolio + pronoun. */
  withPronoun(token: number): Portfolio | undefined {
    const key = this.#article.key(this.#scan, token);
    const { gazetteer } = this.#article.matcher;
    for (const pronoun of PRONOUNS) {
      if (!key.endsWith(pronoun) || key.length < pronoun.length + 3) continue;
      const stem = key.slice(0, -pronoun.length);
      for (const form of [stem, stem.replace(/ت$/u, 'ة')]) {
        const word = gazetteer.word(form);
        const set = word < 0 ? -1 : gazetteer.accepted(gazetteer.trie.child(ROOT, word));
        const sense = set < 0 ? undefined : gazetteer.senses(set).find(other => other.kind === 'portfolio');
        if (sense) return { office: sense.id, to: token, skip: 0 };
      }
    }
    return undefined;
  }

  /** A listed portfolio joined by و to what ends at `last`. */
  joined(last: number): Portfolio | undefined {
    const next = this.#article.after(this.#scan, last);
    const portfolio = next < 0 ? undefined : this.at(next);
    return portfolio?.skip === 1 && this.#startsWithAnd(next) ? portfolio : undefined;
  }

  /** The last of the adjectives behind a portfolio's noun («التعاون الإفريقي», «المغاربة المقيمين بالخارج»). */
  adjectives(last: number): number {
    let end = last;
    for (let next = this.#article.after(this.#scan, end), i = 0; next >= 0 && i < LONGEST_FIELD; i++) {
      const { classes, skip } = this.#classes(next);
      const abroad = ABROAD.has(this.#article.key(this.#scan, next));
      if (!abroad && (!(classes & WordClass.fieldAdjective) || skip > 0 || this.#countries.has(next))) return end;
      end = next;
      next = this.#article.after(this.#scan, end);
    }
    return end;
  }

  /** The last word of the portfolio of one minister, whose listed part ends at `last`. */
  end(last: number): number {
    let end = this.adjectives(last);
    for (let i = 0; i < LONGEST_FIELD; i++) {
      const listed = this.joined(end);
      const next = listed ? listed.to : Math.max(this.#joinedField(end), this.#peopleAbroad(end));
      if (next < 0) break;
      end = this.adjectives(next);
    }
    return this.#unlistedChain(end);
  }

  #startsWithAnd(token: number): boolean {
    return this.#article.key(this.#scan, token)[0] === WAW_LETTER;
  }

  #classes(token: number): { classes: number; skip: number } {
    const entry = this.#article.matcher.entry(this.#scan.segment.tokens.types[token]);
    return { classes: entry?.classes ?? 0, skip: entry?.classSkip ?? 0 };
  }

  /** «والجماعات»: a noun that portfolios are made of, joined by و; with و standing apart, too. */
  #joinedField(last: number): number {
    let next = this.#article.after(this.#scan, last);
    if (next < 0) return -1;
    const apart = this.#article.key(this.#scan, next) === WAW_LETTER;
    if (apart) next = this.#article.after(this.#scan, next);
    if (next < 0) return -1;
    const { classes, skip } = this.#classes(next);
    if (!(classes & WordClass.fieldNoun)) return -1;
    return skip === (apart ? 0 : 1) && (apart || this.#startsWithAnd(next)) ? next : -1;
  }

  /** «والمصريين بالخارج», «وشؤون التونسيين في الخارج»: the last token, or -1. */
  #peopleAbroad(last: number): number {
    let at = this.#article.after(this.#scan, last);
    if (at >= 0 && AND_AFFAIRS.test(this.#article.key(this.#scan, at))) at = this.#article.after(this.#scan, at);
    const people = at < 0 ? undefined : this.#countries.get(at);
    if (people?.mention.kind !== 'demonym') return -1;
    let next = this.#article.after(this.#scan, people.hit.to);
    if (next >= 0 && RESIDENT.test(this.#article.key(this.#scan, next))) next = this.#article.after(this.#scan, next);
    if (next < 0) return -1;
    if (ABROAD.has(this.#article.key(this.#scan, next))) return next;
    const noun = this.#article.after(this.#scan, next);
    const abroad = this.#article.key(this.#scan, next) === 'في' && noun >= 0;
    return abroad && this.#article.key(this.#scan, noun) === 'الخارج' ? noun : -1;
  }

  /**
   * «والجماعات المحلية والتهيئة العمرانية»: words that are on no list go on with the portfolio only if behind them comes
   * what follows a portfolio, a country, a title or a name; else they are other people («والوفد المرافق»).
   */
  #unlistedChain(last: number): number {
    let end = last;
    for (
      let at = this.#article.after(this.#scan, last), i = 0;
      at >= 0 && i < LONGEST_UNLISTED;
      at = this.#article.after(this.#scan, at), i++
    ) {
      // «وتعيين فلان» is no portfolio: its last word is definite.
      if (this.beginsHolder(at)) return i > 0 && /^و?ال/u.test(this.#article.key(this.#scan, end)) ? end : last;
      const key = this.#article.key(this.#scan, at);
      const goesOn = (i === 0 ? /^و/u : /^و|^ال/u).test(key) && !(this.#classes(at).classes & WordClass.standing);
      if (!goesOn || !this.#isCommon(this.#scan.segment.tokens.types[at])) {
        return i > 0 && this.#startsWithAnd(end) && this.#isConstruct(end, at) ? this.#afterConstruct(last, at) : last;
      }
      end = at;
    }
    return this.#signThenHolder(end) ? end : last;
  }

  /** «وترقية اللامركزية»: the second word is unknown to the lexicon but definite. */
  #isConstruct(end: number, at: number): boolean {
    return !/^وال/u.test(this.#article.key(this.#scan, end)) && this.#article.key(this.#scan, at).startsWith(ARTICLE);
  }

  #afterConstruct(last: number, at: number): number {
    const next = this.#article.after(this.#scan, at);
    return next >= 0 && this.beginsHolder(next) ? at : last;
  }

  /** A country, a title or the name of a person begins at the token. */
  beginsHolder(token: number): boolean {
    const country = this.#countries.get(token);
    if (country) return country.hit.skip === 0 && country.mention.kind === 'demonym';
    if (this.#personStarts.has(token)) return true;
    const { classes, skip } = this.#classes(token);
    return skip === 0 && (classes & (WordClass.title | WordClass.given)) > 0;
  }

  /** «…، إبراهيم مراد». */
  #signThenHolder(end: number): boolean {
    const { tokens } = this.#scan.segment;
    const { vocabulary } = this.#article.reading;
    if (end + 2 >= tokens.count || tokens.gaps[end + 1] > 1 || tokens.gaps[end + 2] > 1) return false;
    return '\u060c,'.includes(vocabulary.form(tokens.types[end + 1])) && this.beginsHolder(end + 2);
  }

  /** The last token of a portfolio that is on no list: a definite noun, or شؤون + noun; -1 for anything else. */
  unlisted(token: number): number {
    const key = this.#article.key(this.#scan, token);
    const none = WordClass.former | WordClass.title | WordClass.relative | WordClass.standing;
    if (key.startsWith(ARTICLE)) return this.#classes(token).classes & none ? -1 : this.end(this.#unlistedEnd(token));
    if (AFFAIRS.test(key)) return Math.max(token, this.#article.after(this.#scan, token));
    return -1;
  }

  /** The last of the definite words that go on with an unlisted portfolio («الثروة الثقافية»). */
  #unlistedEnd(token: number): number {
    let last = token;
    for (let i = 0; i < LONGEST_PORTFOLIO; i++) {
      const next = this.#article.after(this.#scan, last);
      if (next < 0 || !/^و?ال/u.test(this.#article.key(this.#scan, next)) || this.#countries.has(next)) return last;
      const { classes } = this.#classes(next);
      if (classes & ENDS_PORTFOLIO || !this.#isCommon(this.#scan.segment.tokens.types[next])) return last;
      last = next;
    }
    return last;
  }
}
