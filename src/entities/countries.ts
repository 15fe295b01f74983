/** Countries: which of the phrases found are countries, which one, and as what. */
import { Channel } from '../lexicon/gazetteer.ts';
import { WordClass } from '../lexicon/office-words.ts';
import { Cue, type Sense } from '../lexicon/phrase-list.ts';
import { ROOT } from '../lexicon/phrase-trie.ts';
import { AGREES, ARTICLE, type Around, CountryCues, type FoundCountry } from './country-cues.ts';
import type { Hit } from './match.ts';
import type { CountryKind, MentionOptions } from './mention.ts';
import type { ArticleScan, Scan } from './scan.ts';
import { isPersonName, Surnames } from './surnames.ts';

export type { FoundCountry } from './country-cues.ts';

/** Weights of the evidence that an article is about a country. */
const WEIGHTS: Readonly<Record<string, number>> = { name: 3, demonym: 3, capital: 2, hint: 2, territory: 1, city: 1 };
/** Words that no adjective agrees with, whatever their letters («إلى» begins with the letters of the article). */
const NOT_A_NOUN = WordClass.relative | WordClass.preposition | WordClass.boundary;
const YEH_LETTER = '\u064a';
const WAW_LETTER = '\u0648';
const HEH_LETTER = '\u0647';
const DOUBLE_LAM = '\u0644\u0644';
const FATHATAN = '\u064b';
const ALEF_MAKSURA_LETTER = '\u0649';
/** Countries with a demonym that reads as another word when written with a final alef maksura: يمنى, مجرى. */
const MAKSURA_TRAPS: ReadonlySet<string> = new Set(['YE', 'HU']);

/** Decides over the country phrases of one article. */
export class CountryRules {
  readonly #article: ArticleScan;
  readonly #options: MentionOptions;
  /** Country → weight of its unmistakable mentions in the article. */
  readonly evidence = new Map<string, number>();
  readonly #surnames: Surnames;
  readonly #cues: CountryCues;

  constructor(article: ArticleScan, options: MentionOptions) {
    this.#article = article;
    this.#options = options;
    this.#surnames = new Surnames(article, options);
    this.#cues = new CountryCues(article, options, this.evidence);
    for (const scan of article.scans) for (const hit of scan.countries) this.#weigh(scan, hit);
  }

  #weigh(scan: Scan, hit: Hit): void {
    const senses = this.#cues.senses(hit);
    if (senses.length !== 1 || senses[0].cue !== Cue.Sure || senses[0].kind === 'not') return;
    if (senses[0].kind === 'demonym' && this.#surnames.claims(scan, hit, 0)) return;
    if (this.#cues.holdsFunctionWord(scan, hit, senses[0])) return;
    const [{ id, kind }] = senses;
    this.evidence.set(id, (this.evidence.get(id) ?? 0) + WEIGHTS[kind]);
  }

  /** The mentions of one segment, in order. */
  find(scan: Scan): FoundCountry[] {
    const found: FoundCountry[] = [];
    for (const [index, whole] of scan.countries.entries()) {
      const around = { last: found.at(-1), next: scan.countries[index + 1] };
      let hit = whole;
      let sense = this.#decide(scan, hit, around);
      if (!sense) {
        hit = this.#behindWaw(scan, whole) ?? whole;
        sense = hit === whole ? undefined : this.#decide(scan, hit, around);
      }
      if (!sense) continue;
      const place = this.#article.place(scan, hit.from, hit.skip, hit.to, hit.cut);
      const within = this.#organisation(scan, hit);
      const kind = this.#kindOf(scan, hit, sense, found.at(-1));
      const named = sense.cue === Cue.Each ? this.#cues.senses(hit) : [sense];
      for (const { id } of named)
        found.push({ hit, mention: { type: 'country', id, kind, ...place, ...(within && { within }) } });
    }
    return found;
  }

  /** «وجدة»: no Oujda where nothing speaks for it, then و + جدة. */
  #behindWaw(scan: Scan, hit: Hit): Hit | undefined {
    const key = this.#article.key(scan, hit.from);
    if (hit.from !== hit.to || hit.skip > 0 || key[0] !== WAW_LETTER) return undefined;
    if (this.#options.isWholeWord?.(scan.segment.tokens.types[hit.from])) return undefined;
    const { gazetteer } = this.#article.matcher;
    const word = gazetteer.word(key.slice(1));
    const set = word < 0 ? -1 : gazetteer.accepted(gazetteer.trie.child(ROOT, word));
    const isCountry = set >= 0 && gazetteer.senses(set).some(sense => sense.type === 'country');
    return isCountry ? { ...hit, set, skip: 1 } : undefined;
  }

  #decide(scan: Scan, hit: Hit, around: Around): Sense | undefined {
    const senses = this.#cues.senses(hit);
    if (senses[0].kind === 'not' || senses[0].kind === 'hint') return undefined;
    const byScore = senses.length === 1 ? senses : this.#byScore(scan, hit, senses, around);
    return byScore.find(sense => this.#isMeant(scan, hit, sense, around));
  }

  #isMeant(scan: Scan, hit: Hit, sense: Sense, around: Around): boolean {
    if (sense.kind === 'demonym' && this.#isNoDemonym(scan, hit, sense)) return false;
    if (isPersonName(this.#article, scan, hit, sense, this.#options)) return false;
    if (sense.kind === 'name' && this.#isPointedAt(scan, hit)) return false;
    if (sense.kind !== 'name' && sense.kind !== 'demonym' && this.#isCommonForm(scan, hit)) return false;
    return this.#cues.believes(scan, hit, sense, around);
  }

  /** No towns: «دومًا» with tanwin, «للحج» (ل + الحج, not ل + لحج), «حواره» (his, not the town in ة). */
  #isCommonForm(scan: Scan, hit: Hit): boolean {
    if (hit.from !== hit.to) return false;
    const type = scan.segment.tokens.types[hit.from];
    if (this.#article.reading.vocabulary.surface(type).includes(FATHATAN)) return true;
    const key = this.#article.key(scan, hit.from);
    const ambiguous = key.endsWith(HEH_LETTER) || (hit.skip > 0 && key.startsWith(DOUBLE_LAM, hit.skip - 1));
    return ambiguous && (this.#options.isCommonWord?.(type) ?? false);
  }

  /** «هذه الإمارات»: a demonstrative makes a common noun of it. */
  #isPointedAt(scan: Scan, hit: Hit): boolean {
    const before = this.#article.before(scan, hit.from);
    return before >= 0 && hit.from === hit.to && /^[وفبل]?(?:هذه|هذا|تلك)$/u.test(this.#article.key(scan, before));
  }

  #isNoDemonym(scan: Scan, hit: Hit, sense: Sense): boolean {
    if (this.#surnames.claims(scan, hit, this.evidence.get(sense.id) ?? 0)) return true;
    const maksura = MAKSURA_TRAPS.has(sense.id) && this.#article.form(scan, hit.to).endsWith(ALEF_MAKSURA_LETTER);
    return maksura && !(this.#cues.classesBefore(scan, hit) & WordClass.stateHead);
  }

  /** The country that marks decide for: عُمان, عمّان. */
  #marked(scan: Scan, hit: Hit): string | undefined {
    const surface = this.#article.reading.vocabulary.surface(scan.segment.tokens.types[hit.from]);
    for (const [spelling, id] of this.#article.matcher.gazetteer.marked) if (surface.endsWith(spelling)) return id;
    return undefined;
  }

  /**
   * Several countries share the phrase: first the one that marks decide for, then the one the article is about; in a
   * dateline and beside another capital («بغداد وعمان») the town; else the first kind.
   */
  #byScore(scan: Scan, hit: Hit, senses: readonly Sense[], { last, next }: Around): readonly Sense[] {
    const marked = this.#marked(scan, hit);
    const previous = this.#article.before(scan, hit.from);
    const afterCue =
      scan.segment.part === 'dateline' ||
      (previous >= 0 && (this.#article.classes(scan, previous) & WordClass.placeCue) > 0);
    const joins = last !== undefined && this.#cues.inList(scan, hit, last) ? last.mention.kind : undefined;
    const joined = next?.from === hit.to + 1 && next.skip > 0 ? this.#cues.senses(next)[0].kind : undefined;
    const score = (sense: Sense): number => {
      const town = sense.kind === 'capital' || sense.kind === 'city' || sense.kind === 'territory';
      const prior = sense.cue === Cue.Sure ? 0.5 : 0;
      return (
        (sense.id === marked ? 1e6 : 0) +
        (this.evidence.get(sense.id) ?? 0) * 10 +
        (afterCue && town ? 1000 : 0) +
        (sense.kind === (joins ?? joined) ? 5 : 0) +
        prior +
        (WEIGHTS[sense.kind] ?? 0) / 10
      );
    };
    const scored = senses.map(sense => ({ sense, points: score(sense) }));
    return scored.sort((a, b) => b.points - a.points).map(({ sense }) => sense);
  }

  #kindOf(scan: Scan, hit: Hit, sense: Sense, last: FoundCountry | undefined): CountryKind {
    const kind = sense.kind as CountryKind;
    if (kind !== 'name') return kind;
    const surface = this.#article.reading.vocabulary.surface(scan.segment.tokens.types[hit.to]);
    if (surface.includes(FATHATAN)) return 'demonym'; // «تركيًا» is the adjective, «تركيا» the country
    const previous = this.#article.before(scan, hit.from);
    if (previous < 0 || hit.from !== hit.to) return kind;
    // «الولايات المتحدة والسعودية»: joined to a name it is one.
    if (last?.mention.kind === 'name' && this.#cues.inList(scan, hit, last)) return kind;
    if (this.#readsAsAdjective(scan, hit, previous)) return 'demonym';
    const before = this.#article.key(scan, previous);
    return hit.skip === 0 && /^(?:[وفبل]?(?:ال|ل))عاصمة$|^[وفبل]?مدينة$/u.test(before) ? 'capital' : kind;
  }

  /** السعودية, سورية, التشيلي are names and demonyms: after a noun that agrees they are demonyms. */
  #readsAsAdjective(scan: Scan, hit: Hit, previous: number): boolean {
    const word = this.#article.key(scan, hit.from);
    // «بالسعودية», «للسعودية»: behind a preposition it is the name.
    if (hit.skip > 0 && !'وف'.includes(word[hit.skip - 1])) return false;
    const key = word.slice(hit.skip);
    if (!/ي[ةه]?$/u.test(key)) return false;
    const before = this.#article.key(scan, previous);
    if (key.startsWith(ARTICLE)) return AGREES.test(before) && this.#isNoun(scan, previous);
    const feminine = hit.skip === 0 && !key.endsWith(YEH_LETTER) && /(?:ة|ات)$/u.test(before);
    return feminine && !(this.#article.classes(scan, previous) & WordClass.boundary);
  }

  /** «الرئيس» ends a personal name, as function words do, and is a noun all the same. */
  #isNoun(scan: Scan, token: number): boolean {
    const classes = this.#article.classes(scan, token);
    return !(classes & NOT_A_NOUN) || (classes & WordClass.stateHead) > 0;
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
