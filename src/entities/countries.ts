/** Countries: which of the phrases found are countries, which one, and as what. */
import { Channel } from '../lexicon/gazetteer.ts';
import { WordClass } from '../lexicon/office-words.ts';
import { Cue, type Sense } from '../lexicon/phrase-list.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { Hit } from './match.ts';
import type { CountryKind, CountryMention, MentionOptions } from './mention.ts';
import type { ArticleScan, Scan } from './scan.ts';
import { isPersonName, Surnames } from './surnames.ts';

/** A country mention with its tokens, as the rules of ministers ask for it. */
export interface FoundCountry {
  readonly hit: Hit;
  readonly mention: CountryMention;
}

/** Weights of the evidence that an article is about a country. */
const WEIGHTS: Readonly<Record<string, number>> = { name: 3, demonym: 3, capital: 2, hint: 2, territory: 1, city: 1 };
/** Words that no adjective agrees with, whatever their letters («إلى» begins with the letters of the article). */
const NOT_A_NOUN = WordClass.relative | WordClass.preposition | WordClass.boundary;
const MINISTERS = WordClass.minister | WordClass.ministers | WordClass.ministers2;
const MINISTRY = /وزار(?:ة|ات|تا|تي)$/u;
const NAME_WORD = WordClass.given | WordClass.family | WordClass.particle;
/** Feminine and plural organs of state: what «الرومانية» or «القمرية» behind them means is a state. */
const STATE_ORGAN =
  /^[وفبكل]?(?:ال|ل)?(?:حكومة|سلطات|شرطة|قوات|رئاسة|معارضة|محكمة|استخبارات|مخابرات|عاصمة|سفارة|قنصلية|لاعبة|مواطنة)$/u;
/** The dual of a noun, without or with its article. */
const DUAL = /^[وفب]?((?:ال)?.{3,})(?:ان|ين)$/u;
/** A definite noun that a definite adjective agrees with. */
const AGREES = /^[وفبك]?(?:ال|لل)/u;
const FATHATAN = '\u064b';
const ALEF_MAKSURA_LETTER = '\u0649';
const ARTICLE = '\u0627\u0644';
/** Countries with a demonym that reads as another word when written with a final alef maksura: يمنى, مجرى. */
const MAKSURA_TRAPS: ReadonlySet<string> = new Set(['YE', 'HU']);

/** Decides over the country phrases of one article. */
export class CountryRules {
  readonly #article: ArticleScan;
  readonly #options: MentionOptions;
  /** Country → weight of its unmistakable mentions in the article. */
  readonly evidence = new Map<string, number>();
  readonly #surnames: Surnames;

  constructor(article: ArticleScan, options: MentionOptions) {
    this.#article = article;
    this.#options = options;
    this.#surnames = new Surnames(article, options);
    for (const scan of article.scans) for (const hit of scan.countries) this.#weigh(scan, hit);
  }

  #senses(hit: Hit): readonly Sense[] {
    return this.#article.matcher.gazetteer.senses(hit.set).filter(sense => sense.type === 'country');
  }

  #weigh(scan: Scan, hit: Hit): void {
    const senses = this.#senses(hit);
    if (senses.length !== 1 || senses[0].cue !== Cue.Sure || senses[0].kind === 'not') return;
    if (senses[0].kind === 'demonym' && this.#surnames.claims(scan, hit, 0)) return;
    if (this.#holdsFunctionWord(scan, hit, senses[0])) return;
    const [{ id, kind }] = senses;
    this.evidence.set(id, (this.evidence.get(id) ?? 0) + WEIGHTS[kind]);
  }

  /** The mentions of one segment, in order. */
  find(scan: Scan): FoundCountry[] {
    const found: FoundCountry[] = [];
    for (const [index, hit] of scan.countries.entries()) {
      const sense = this.#decide(scan, hit, found.at(-1), scan.countries[index + 1]);
      if (!sense) continue;
      const place = this.#article.place(scan, hit.from, hit.skip, hit.to, hit.cut);
      const within = this.#organisation(scan, hit);
      const kind = this.#kindOf(scan, hit, sense, found.at(-1));
      const named = sense.cue === Cue.Each ? this.#senses(hit) : [sense];
      for (const { id } of named)
        found.push({ hit, mention: { type: 'country', id, kind, ...place, ...(within && { within }) } });
    }
    return found;
  }

  #decide(scan: Scan, hit: Hit, last: FoundCountry | undefined, next: Hit | undefined): Sense | undefined {
    const senses = this.#senses(hit);
    if (senses[0].kind === 'not' || senses[0].kind === 'hint') return undefined;
    const sense = senses.length === 1 ? senses[0] : this.#likeliest(scan, hit, senses);
    if (sense.kind === 'demonym' && this.#isNoDemonym(scan, hit, sense)) return undefined;
    if (isPersonName(this.#article, scan, hit, sense, this.#options)) return undefined;
    if (sense.kind === 'name' && this.#isPointedAt(scan, hit)) return undefined;
    return this.#believes(scan, hit, sense, last, next) ? sense : undefined;
  }

  /** «هذه الإمارات»: a demonstrative makes a common noun of it. */
  #isPointedAt(scan: Scan, hit: Hit): boolean {
    const before = this.#article.before(scan, hit.from);
    return before >= 0 && hit.from === hit.to && /^[وفبل]?(?:هذه|هذا|تلك)$/u.test(this.#article.key(scan, before));
  }

  #isNoDemonym(scan: Scan, hit: Hit, sense: Sense): boolean {
    if (this.#surnames.claims(scan, hit, this.evidence.get(sense.id) ?? 0)) return true;
    const maksura = MAKSURA_TRAPS.has(sense.id) && this.#article.form(scan, hit.to).endsWith(ALEF_MAKSURA_LETTER);
    return maksura && !(this.#classesBefore(scan, hit) & WordClass.stateHead);
  }

  /** The country that marks decide for: عُمان, عمّان. */
  #marked(scan: Scan, hit: Hit): string | undefined {
    const surface = this.#article.reading.vocabulary.surface(scan.segment.tokens.types[hit.from]);
    for (const [spelling, id] of this.#article.matcher.gazetteer.marked) if (surface.endsWith(spelling)) return id;
    return undefined;
  }

  /** Several countries share the phrase: the one the article is about; in a dateline the town; else the first kind. */
  #likeliest(scan: Scan, hit: Hit, senses: readonly Sense[]): Sense {
    const marked = this.#marked(scan, hit);
    if (marked) return senses.find(sense => sense.id === marked) ?? senses[0];
    const previous = this.#article.before(scan, hit.from);
    const afterCue =
      scan.segment.part === 'dateline' ||
      (previous >= 0 && (this.#article.classes(scan, previous) & WordClass.placeCue) > 0);
    const score = (sense: Sense): number => {
      const town = sense.kind === 'capital' || sense.kind === 'city' || sense.kind === 'territory';
      const prior = sense.cue === Cue.Sure ? 0.5 : 0;
      return (
        (this.evidence.get(sense.id) ?? 0) * 10 +
        (afterCue && town ? 1000 : 0) +
        prior +
        (WEIGHTS[sense.kind] ?? 0) / 10
      );
    };
    return senses.reduce((best, sense) => (score(sense) > score(best) ? sense : best));
  }

  #believes(scan: Scan, hit: Hit, sense: Sense, last: FoundCountry | undefined, next: Hit | undefined): boolean {
    if (sense.cue === Cue.Sure) return !this.#holdsFunctionWord(scan, hit, sense) || this.evidence.has(sense.id);
    if (sense.cue === Cue.Each) return true;
    const classes = this.#classesBefore(scan, hit);
    if (this.#inList(scan, hit, last) || this.#beginsList(scan, hit, sense, next)) return true;
    if (sense.cue === Cue.Noun) return this.#isPeople(scan, hit, sense, next);
    if (sense.cue === Cue.Head) return this.#hasHead(scan, hit, sense);
    if (classes & WordClass.placeCue) return true;
    if (sense.cue === Cue.Evidence) return this.evidence.has(sense.id);
    return sense.kind === 'name' && (this.#afterPreposition(scan, hit, classes) || this.evidence.has(sense.id));
  }

  /** «هوى أن»: a town of several words, one of them a function word, needs its country in the article. */
  #holdsFunctionWord(scan: Scan, hit: Hit, sense: Sense): boolean {
    if (hit.from === hit.to || sense.kind === 'name' || sense.kind === 'demonym') return false;
    for (let token = hit.from; token <= hit.to; token++)
      if (this.#article.classes(scan, token) & WordClass.boundary) return true;
    return false;
  }

  /**
   * «جنود روس»: a people without article is one behind a common noun without one, or where the article names the country;
   * no surname («ديفيد روس») and no word that only looks like it («بروس»).
   */
  #isPeople(scan: Scan, hit: Hit, sense: Sense, next: Hit | undefined): boolean {
    if (hit.skip > 0)
      return hit.skip === 1 && this.#article.key(scan, hit.from)[0] === 'و' && this.evidence.has(sense.id);
    // «صرب كوسوفو»: in the construct with a country.
    if (next?.from === hit.to + 1 && next.skip === 0 && this.#article.after(scan, hit.to) === next.from) return true;
    const { tokens } = scan.segment;
    if (hit.from > 0 && this.#article.reading.vocabulary.kind(tokens.types[hit.from - 1]) === TypeKind.Number)
      return true;
    const before = this.#article.before(scan, hit.from);
    if (before < 0) return this.evidence.has(sense.id);
    if (this.#article.classes(scan, before) & NAME_WORD) return false;
    if (this.#article.key(scan, before).startsWith(ARTICLE)) return false;
    return this.#options.isCommonWord?.(tokens.types[before]) ?? this.#isHead(scan, before);
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
    if (this.evidence.has(sense.id) || this.#namesPerson(scan, hit, portfolio ? before : -1)) return true;
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
    const [other] = this.#senses(next);
    return other.kind === 'name' && other.cue === Cue.Sure && this.#article.key(scan, next.from)[0] === 'و';
  }

  /** Next to another country, joined by و or a comma: «النيجر ومالي». */
  #inList(scan: Scan, hit: Hit, last: FoundCountry | undefined): boolean {
    if (!last) return false;
    const between = hit.from - last.hit.to;
    if (between === 1) return hit.skip > 0 && this.#article.key(scan, hit.from)[0] === 'و';
    return between === 2 && '،,'.includes(this.#article.form(scan, hit.from - 1));
  }

  #classesBefore(scan: Scan, hit: Hit): number {
    return this.#article.classes(scan, this.#article.before(scan, hit.from));
  }

  #kindOf(scan: Scan, hit: Hit, sense: Sense, last: FoundCountry | undefined): CountryKind {
    const kind = sense.kind as CountryKind;
    if (kind !== 'name') return kind;
    const surface = this.#article.reading.vocabulary.surface(scan.segment.tokens.types[hit.to]);
    if (surface.includes(FATHATAN)) return 'demonym'; // «تركيًا» is the adjective, «تركيا» the country
    const previous = this.#article.before(scan, hit.from);
    if (previous < 0 || hit.from !== hit.to) return kind;
    // «الولايات المتحدة والسعودية»: joined to a name it is one.
    if (last?.mention.kind === 'name' && this.#inList(scan, hit, last)) return kind;
    if (this.#readsAsAdjective(scan, hit, previous)) return 'demonym';
    const before = this.#article.key(scan, previous);
    return hit.skip === 0 && /^(?:[وفبل]?(?:ال|ل))عاصمة$|^[وفبل]?مدينة$/u.test(before) ? 'capital' : kind;
  }

  /** السعودية and سورية are names and feminine demonyms: after a noun that agrees they are demonyms. */
  #readsAsAdjective(scan: Scan, hit: Hit, previous: number): boolean {
    const word = this.#article.key(scan, hit.from);
    // «بالسعودية», «للسعودية»: behind a preposition it is the name.
    if (hit.skip > 0 && !'وف'.includes(word[hit.skip - 1])) return false;
    const key = word.slice(hit.skip);
    if (!/ي[ةه]$/u.test(key)) return false;
    const before = this.#article.key(scan, previous);
    if (key.startsWith(ARTICLE))
      return /^[وفبك]?(?:ال|لل)/u.test(before) && !(this.#article.classes(scan, previous) & NOT_A_NOUN);
    return hit.skip === 0 && /(?:ة|ات)$/u.test(before) && !(this.#article.classes(scan, previous) & WordClass.boundary);
  }

  /** The name of the organisation a country stands in: «وكالة الأنباء الألمانية», «صوت أمريكا». */
  #organisation(scan: Scan, hit: Hit): string | undefined {
    if (hit.skip > 0) return undefined;
    for (let from = hit.from - 1; from >= Math.max(0, hit.from - 3); from--) {
      const head = this.#article.matcher.phrase(scan.segment.tokens, from, Channel.Organisation);
      if (head?.to === hit.from - 1) return this.#article.place(scan, from, head.skip, hit.to).surface;
    }
    return undefined;
  }
}
