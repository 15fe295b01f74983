/** What it takes to believe a country phrase that may mean something else: see `ambiguous` in gazetteer-schema.ts. */
import { Channel } from '../lexicon/gazetteer.ts';
import { WordClass } from '../lexicon/office-words.ts';
import { Cue, type Sense } from '../lexicon/phrase-list.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { Hit } from './match.ts';
import type { CountryMention, MentionOptions } from './mention.ts';
import type { ArticleScan, Scan } from './scan.ts';

/** A country mention with its tokens, as the rules of ministers ask for it. */
export interface FoundCountry {
  readonly hit: Hit;
  readonly mention: CountryMention;
}

/** The phrases around one: the mention before it and the phrase behind it. */
export interface Around {
  readonly last: FoundCountry | undefined;
  readonly next: Hit | undefined;
}

export const ARTICLE = '\u0627\u0644';
/** A definite noun that a definite adjective agrees with. */
export const AGREES = /^[وفبك]?(?:ال|لل)/u;
const MINISTERS = WordClass.minister | WordClass.ministers | WordClass.ministers2;
const MINISTRY = /وزار(?:ة|ات|تا|تي)$/u;
const NAME_WORD = WordClass.given | WordClass.family | WordClass.particle;
/** Feminine and plural organs of state: what «الرومانية» or «القمرية» behind them means is a state. */
const STATE_ORGAN =
  /^[وفبكل]?(?:ال|ل)?(?:حكومة|سلطات|شرطة|قوات|رئاسة|معارضة|محكمة|استخبارات|مخابرات|عاصمة|سفارة|قنصلية|لاعبة|مواطنة)$/u;
/** The dual of a noun, without or with its article. */
const DUAL = /^[وفب]?((?:ال)?.{3,})(?:ان|ين)$/u;
/** «في سيول», «إلى صوفيا»: towns stand behind these, words and persons seldom. */
const DIRECTION = /^[وف]?(?:في|الي|نحو|صوب|داخل|قرب|خارج)$/u;
/** Countries that the news names together: «سيول» beside North Korea is no flood. */
const RIVALS: ReadonlyMap<string, string> = new Map([['KR', 'KP']]);
/** What may follow a town: no noun or adjective of it («في سيول جارفة»). */
const FOLLOWS_TOWN = WordClass.boundary | WordClass.preposition | WordClass.relative | WordClass.placeCue;

/** Decides for the phrases of one article; `evidence` are the countries that it names beyond doubt. */
export class CountryCues {
  readonly #article: ArticleScan;
  readonly #options: MentionOptions;
  readonly #evidence: ReadonlyMap<string, number>;

  constructor(article: ArticleScan, options: MentionOptions, evidence: ReadonlyMap<string, number>) {
    this.#article = article;
    this.#options = options;
    this.#evidence = evidence;
  }

  /** The senses of a phrase that are countries. */
  senses(hit: Hit): readonly Sense[] {
    return this.#article.matcher.gazetteer.senses(hit.set).filter(sense => sense.type === 'country');
  }

  /** True when the phrase means what the sense says. */
  believes(scan: Scan, hit: Hit, sense: Sense, around: Around): boolean {
    if (sense.cue === Cue.Sure) return !this.holdsFunctionWord(scan, hit, sense) || this.#evidence.has(sense.id);
    if (sense.cue === Cue.Each) return true;
    const classes = this.classesBefore(scan, hit);
    if (this.inList(scan, hit, around.last) || this.#beginsList(scan, hit, sense, around.next)) return true;
    if (sense.cue === Cue.Noun) return this.#isPeople(scan, hit, sense, around.next);
    if (sense.cue === Cue.Head) return this.#hasHead(scan, hit, sense);
    if (classes & WordClass.placeCue) return true;
    if (sense.cue === Cue.Town && this.#isTown(scan, hit, around.next)) return true;
    if (sense.cue === Cue.Town) return this.#evidence.has(sense.id) || this.#evidence.has(RIVALS.get(sense.id) ?? '');
    if (sense.cue === Cue.Evidence) return this.#evidence.has(sense.id);
    return sense.kind === 'name' && (this.#afterPreposition(scan, hit, classes) || this.#evidence.has(sense.id));
  }

  /** «هوى أن»: a town of words of the language, one of them a function word, needs its country in the article. */
  holdsFunctionWord(scan: Scan, hit: Hit, sense: Sense): boolean {
    if (hit.from === hit.to || sense.kind === 'name' || sense.kind === 'demonym') return false;
    const { types } = scan.segment.tokens;
    let functionWord = false;
    for (let token = hit.from; token <= hit.to; token++) {
      if (this.#article.classes(scan, token) & WordClass.boundary) functionWord = true;
      else if (this.#options.isCommonWord?.(types[token]) === false) return false;
    }
    return functionWord;
  }

  /** Behind «في» or «إلى», and not before a noun or an adjective that goes with another meaning («في سيول جارفة»). */
  #isTown(scan: Scan, hit: Hit, next: Hit | undefined): boolean {
    const before = hit.skip > 0 ? -1 : this.#article.before(scan, hit.from);
    if (before < 0 || !DIRECTION.test(this.#article.key(scan, before))) return false;
    const after = this.#article.after(scan, hit.to);
    if (after < 0 || this.#article.classes(scan, after) & FOLLOWS_TOWN) return true;
    if (this.#article.classes(scan, after) & NAME_WORD || this.#article.key(scan, after).startsWith(ARTICLE))
      return false;
    const { types } = scan.segment.tokens;
    // «في سيول جازان», «في سيول وادي …»: a word of the language goes on with what it belongs to.
    if (!this.#options.isCommonWord?.(types[hit.from])) return true;
    return next?.from !== after && !this.#options.isWholeWord?.(types[after]);
  }

  /**
   * «جنود روس»: a people without article is one behind a common noun without one, or where the article names the country;
   * no surname («ديفيد روس») and no word that only looks like it («بروس»).
   */
  #isPeople(scan: Scan, hit: Hit, sense: Sense, next: Hit | undefined): boolean {
    if (hit.skip > 0)
      return hit.skip === 1 && this.#article.key(scan, hit.from)[0] === 'و' && this.#evidence.has(sense.id);
    // «صرب كوسوفو»: in the construct with a country.
    if (next?.from === hit.to + 1 && next.skip === 0 && this.#article.after(scan, hit.to) === next.from) return true;
    const { tokens } = scan.segment;
    if (hit.from > 0 && this.#article.reading.vocabulary.kind(tokens.types[hit.from - 1]) === TypeKind.Number)
      return true;
    const before = this.#article.before(scan, hit.from);
    if (before < 0) return this.#evidence.has(sense.id) || this.#inConstruct(scan, hit);
    if (this.#article.classes(scan, before) & NAME_WORD) return false;
    if (this.#article.key(scan, before).startsWith(ARTICLE)) return false;
    return this.#options.isCommonWord?.(tokens.types[before]) ?? this.#isHead(scan, before);
  }

  /** «مغاربة العالم»: a definite noun depends on it. */
  #inConstruct(scan: Scan, hit: Hit): boolean {
    const after = this.#article.after(scan, hit.to);
    return after >= 0 && this.#article.key(scan, after).startsWith(ARTICLE);
  }

  /**
   * A demonym that is another adjective, too, needs a person or an organ of state before it, a person's name behind it, or
   * the country elsewhere in the article; a feminine one («المالية») more than any noun, and «وزارة المالية» is never one.
   */
  #hasHead(scan: Scan, hit: Hit, sense: Sense): boolean {
    const before = this.#article.before(scan, hit.from);
    const entry = this.#article.matcher.entry(scan.segment.tokens.types[hit.from]);
    const portfolio = ((entry?.begins ?? 0) & Channel.Portfolio) > 0;
    const office =
      before >= 0 &&
      (this.#article.classes(scan, before) & MINISTERS || MINISTRY.test(this.#article.key(scan, before)));
    if (office && portfolio) return false;
    if (this.#evidence.has(sense.id) || this.#namesPerson(scan, hit, portfolio ? before : -1)) return true;
    if (before < 0) return false;
    const feminine = /ي[ةه]$/u.test(this.#article.key(scan, hit.to));
    return feminine ? !portfolio && STATE_ORGAN.test(this.#article.key(scan, before)) : this.#isHead(scan, before);
  }

  /** A person or an organ of state, also two of them («جنديان ماليان»). */
  #isHead(scan: Scan, token: number): boolean {
    if (this.#article.classes(scan, token) & WordClass.stateHead) return true;
    const { gazetteer } = this.#article.matcher;
    const word = DUAL.exec(this.#article.key(scan, token))?.[1];
    const number = word === undefined ? -1 : gazetteer.word(word);
    return number >= 0 && (gazetteer.classes(number) & WordClass.stateHead) > 0;
  }

  /** «قال الروماني أولاريو»: a definite demonym that stands for a person whose name follows. */
  #namesPerson(scan: Scan, hit: Hit, before: number): boolean {
    const next = this.#article.after(scan, hit.to);
    if (next < 0 || !this.#article.key(scan, hit.from).startsWith(ARTICLE, hit.skip)) return false;
    if (before >= 0 && hit.skip === 0 && AGREES.test(this.#article.key(scan, before))) return false;
    const classes = this.#article.classes(scan, next);
    if (classes & WordClass.given) return true;
    const key = this.#article.key(scan, next);
    return (
      classes === 0 &&
      !key.startsWith(ARTICLE) &&
      this.#options.isCommonWord?.(scan.segment.tokens.types[next]) === false
    );
  }

  /** «في مالي», «بمالي»; not «ومالي», which is as often an adjective. */
  #afterPreposition(scan: Scan, hit: Hit, classes: number): boolean {
    if (hit.skip === 0) return (classes & WordClass.preposition) > 0;
    return 'بل'.includes(this.#article.key(scan, hit.from)[hit.skip - 1]);
  }

  /** «مالي وبوركينا فاسو»: the next country joins it, and it is an unmistakable name. */
  #beginsList(scan: Scan, hit: Hit, sense: Sense, next: Hit | undefined): boolean {
    if (sense.kind !== 'name' || next?.from !== hit.to + 1 || next.skip === 0) return false;
    const [other] = this.senses(next);
    return other.kind === 'name' && other.cue === Cue.Sure && this.#article.key(scan, next.from)[0] === 'و';
  }

  /** Next to another country, joined by و or a comma: «النيجر ومالي». */
  inList(scan: Scan, hit: Hit, last: FoundCountry | undefined): boolean {
    if (!last) return false;
    const between = hit.from - last.hit.to;
    if (between === 1) return hit.skip > 0 && this.#article.key(scan, hit.from)[0] === 'و';
    return between === 2 && '،,'.includes(this.#article.form(scan, hit.from - 1));
  }

  /** Word classes of the word before a phrase. */
  classesBefore(scan: Scan, hit: Hit): number {
    return this.#article.classes(scan, this.#article.before(scan, hit.from));
  }
}
