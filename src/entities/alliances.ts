/** Alliances and organisations: names, name with acronym as one mention, and bare nouns that stand for one named before. */

import { WordClass } from '../lexicon/office-words.ts';
import { Cue, type Sense } from '../lexicon/phrase-list.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { FoundCountry } from './countries.ts';
import type { Hit } from './match.ts';
import type { AllianceMention, MentionOptions } from './mention.ts';
import type { ArticleScan, Scan } from './scan.ts';

/** An alliance mention with its tokens. */
export interface FoundAlliance {
  readonly hit: Hit;
  readonly mention: AllianceMention;
}

/** Signs that open an acronym behind a name: «حلف شمال الأطلسي (الناتو)», "الناتو", /ناتو/, - الناتو. */
const OPENERS: ReadonlySet<string> = new Set([
  '(',
  '"',
  '\u00ab',
  '\u201c',
  '\u201d',
  '/',
  '[',
  '-',
  '\u2013',
  '\u060c',
]);
const CLOSERS: ReadonlySet<string> = new Set([')', '"', '\u00bb', '\u201d', '\u201c', '/', ']']);
/** Most signs between name and acronym: a bracket and a quote. */
const MOST_SIGNS = 2;
const ARTICLE = '\u0627\u0644';
/** «الاتحاد الأوروبي لكرة القدم»: a name followed by one of these is a federation of sport. */
const SPORT =
  /^(?:لكرة|لكره|للكرة|للقدم|لالعاب|للعبة|للسباحة|للجودو|للملاكمة|للمصارعة|للشطرنج|للدراجات|للتنس|للجمباز|يويفا|اليويفا|كاف|الكاف)$/u;
const FEDERATION = /^[وفبكل]?(?:ال|ل)?اتحاد$/u;
/** «كأس الاتحاد الأوروبي». */
const COMPETITION = /^[وفبكل]?(?:كاس|دوري|بطولة|بطولات|مسابقات|لقب|سوبر)$/u;
/** Adjective as well as noun: «الاتحاد العام». */
const GENERAL = '\u0627\u0644\u0639\u0627\u0645';
const NISBA = /ي[ةه]?$/u;
const NISBA_FEMININE = /ي[ةه]$/u;

interface Antecedent {
  readonly order: number;
  readonly mention: AllianceMention;
}

/** Decides over the alliance phrases of one article; segments must be given in order. */
export class AllianceRules {
  readonly #article: ArticleScan;
  readonly #options: MentionOptions;
  readonly #named = new Set<string>();
  /** Alliances whose name is that of a federation in this article: the body names it in full before anything else. */
  readonly #federations = new Set<string>();
  /** The latest mention of each alliance. */
  readonly #antecedents = new Map<string, Antecedent>();
  readonly #rivals = new Map<string, { scan: number; token: number }>();
  #order = 0;

  /** `countries` are the ids of countries that the article mentions. */
  constructor(article: ArticleScan, countries: ReadonlyMap<string, number>, options: MentionOptions) {
    this.#article = article;
    this.#options = options;
    for (const id of countries.keys()) this.#named.add(id);
    for (const scan of article.scans)
      for (const hit of scan.alliances)
        for (const sense of this.#senses(hit)) if (sense.cue === Cue.Sure && sense.id) this.#named.add(sense.id);
    this.#findFederations();
  }

  #findFederations(): void {
    const bare = new Set<string>();
    for (const scan of this.#article.scans) {
      if (scan.segment.part === 'title') continue;
      for (const hit of scan.alliances) {
        const federation = this.#federation(scan, hit);
        if (federation === '' || bare.has(federation)) continue;
        if (this.#isSport(scan, hit)) this.#federations.add(federation);
        else if (!this.#federations.has(federation)) bare.add(federation);
      }
    }
  }

  /** What a federation and an alliance have in common: «الأوروبي» of «الاتحاد الأوروبي»; else the empty word. */
  #federation(scan: Scan, hit: Hit): string {
    const begins = hit.to > hit.from && FEDERATION.test(this.#article.key(scan, hit.from));
    return begins ? this.#article.key(scan, hit.from + 1) : '';
  }

  /** What follows, also in brackets or quotes, is a sport: «لكرة القدم», «(يويفا)»; or a cup stands before. */
  #isSport(scan: Scan, hit: Hit): boolean {
    const before = this.#article.before(scan, hit.from);
    if (before >= 0 && COMPETITION.test(this.#article.key(scan, before))) return true;
    // Behind «الاتحاد الأوروبي», which may be the beginning of a longer phrase («… لكرة القدم»).
    const last = hit.from + 1;
    let next = last + 1;
    while (next - last <= MOST_SIGNS && OPENERS.has(this.#sign(scan, next))) next++;
    return next < scan.segment.tokens.count && SPORT.test(this.#article.key(scan, next));
  }

  #senses(hit: Hit): readonly Sense[] {
    return this.#article.matcher.gazetteer.senses(hit.set).filter(sense => sense.type === 'alliance');
  }

  /** The mentions of one segment, in order. */
  find(index: number, countries: readonly FoundCountry[]): FoundAlliance[] {
    const scan = this.#article.scans[index];
    const demonyms = new Set<number>();
    for (const { hit, mention } of countries) if (mention.kind === 'demonym' && hit.skip === 0) demonyms.add(hit.from);
    const found: FoundAlliance[] = [];
    for (const hit of scan.alliances) {
      const senses = this.#senses(hit);
      if (senses[0].kind === 'not' || this.#isOther(scan, hit, demonyms)) continue;
      const mention = this.#name(scan, hit, senses) ?? this.#anaphor(index, hit, senses);
      if (!mention) continue;
      if (mention.kind !== 'anaphor') {
        if (this.#joinsLast(scan, hit, mention, found)) continue;
        this.#antecedents.set(mention.id, { mention, order: this.#order++ });
      }
      found.push({ hit, mention });
    }
    return found;
  }

  /** A country's own council or command («مجلس الأمن الروسي»), a federation of sport, an adjective. */
  #isOther(scan: Scan, hit: Hit, demonyms: ReadonlySet<number>): boolean {
    const federation = this.#federation(scan, hit);
    if (federation !== '' && (this.#federations.has(federation) || this.#isSport(scan, hit))) return true;
    const next = this.#article.after(scan, hit.to);
    return (next >= 0 && demonyms.has(next)) || this.#isAdjective(scan, hit);
  }

  /**
   * «المدارس الفرنكوفونية», «الأمن الأوروبي الأطلسي»: an acronym or a weak name that reads as an adjective, behind a definite
   * word it agrees with. «المبعوث الأممي» is of the UN all the same.
   */
  #isAdjective(scan: Scan, hit: Hit): boolean {
    if (hit.from !== hit.to || hit.skip > 0) return false;
    const [{ kind, cue }] = this.#senses(hit);
    if (kind !== 'acronym' && (kind !== 'name' || cue === Cue.Sure)) return false;
    const key = this.#article.key(scan, hit.from);
    if (!(kind === 'acronym' ? NISBA_FEMININE : NISBA).test(key)) return false;
    const before = this.#article.before(scan, hit.from);
    return before >= 0 && this.#article.key(scan, before).startsWith(ARTICLE);
  }

  #name(scan: Scan, hit: Hit, senses: readonly Sense[]): AllianceMention | undefined {
    const sense = senses.find(
      ({ kind, cue, with: ids }) => kind !== 'anaphor' && (cue === Cue.Sure || ids?.some(id => this.#named.has(id))),
    );
    if (!sense) return undefined;
    const place = this.#article.place(scan, hit.from, hit.skip, hit.to, hit.cut);
    return { type: 'alliance', id: sense.id, kind: sense.kind as 'name' | 'acronym', ...place };
  }

  /** The latest antecedent that the noun can stand for, unless something else of that kind was named before. */
  #anaphor(index: number, hit: Hit, senses: readonly Sense[]): AllianceMention | undefined {
    if (this.#antecedents.size === 0) return undefined;
    const scan = this.#article.scans[index];
    let best: { sense: Sense; antecedent: Antecedent } | undefined;
    for (const sense of senses) {
      if (sense.kind !== 'anaphor') continue;
      for (const id of [sense.id, ...(sense.with ?? [])]) {
        const antecedent = this.#antecedents.get(id);
        if (antecedent && (!best || antecedent.order > best.antecedent.order)) best = { sense, antecedent };
      }
    }
    if (!best || this.#isQualified(scan, hit) || this.#hasRival(index, hit)) return undefined;
    const { start, end } = best.antecedent.mention;
    const place = this.#article.place(scan, hit.from, hit.skip, hit.to);
    return { type: 'alliance', id: best.sense.id, kind: 'anaphor', anaphor: { start, end }, ...place };
  }

  /** «الجامعة الإسلامية», «المجلس البلدي»: with an adjective of its own the noun names something else. */
  #isQualified(scan: Scan, hit: Hit): boolean {
    const next = this.#article.after(scan, hit.to);
    if (next < 0) return false;
    const key = this.#article.key(scan, next);
    if (!key.startsWith(ARTICLE) || this.#article.classes(scan, next) & WordClass.relative) return false;
    // «دعا الاتحاد الدول الأعضاء»: a noun is the object of the verb.
    const isNoun = this.#options.isNoun?.(scan.segment.tokens.types[next]) ?? false;
    return !isNoun || key === GENERAL || NISBA.test(key);
  }

  /** Another body of the same kind named before the noun («مجلس الوزراء … المجلس»): which one is meant is open. */
  #hasRival(index: number, hit: Hit): boolean {
    const noun = this.#article.key(this.#article.scans[index], hit.to).slice(hit.from === hit.to ? hit.skip : 0);
    const construct = noun.startsWith(ARTICLE) ? noun.slice(ARTICLE.length) : noun;
    let first = this.#rivals.get(construct);
    if (!first) this.#rivals.set(construct, (first = this.#firstRival(construct)));
    return first.scan < index || (first.scan === index && first.token < hit.from);
  }

  /** Where the article first names such a body; looked for once per noun. */
  #firstRival(construct: string): { scan: number; token: number } {
    for (const [at, scan] of this.#article.scans.entries()) {
      const { count } = scan.segment.tokens;
      let hit = 0;
      for (let token = 0; token < count; token++) {
        while (hit < scan.alliances.length && scan.alliances[hit].to < token) hit++;
        const inside = hit < scan.alliances.length && scan.alliances[hit].from <= token;
        if (!inside && this.#isRival(scan, token, construct)) return { scan: at, token };
      }
    }
    return { scan: Number.POSITIVE_INFINITY, token: 0 };
  }

  #isRival(scan: Scan, token: number, construct: string): boolean {
    const key = this.#article.key(scan, token);
    if (key.length - construct.length > 2 || !key.endsWith(construct) || key.includes(ARTICLE + construct))
      return false;
    return !scan.alliances.some(other => token >= other.from && token <= other.to);
  }

  /** A name and its acronym in brackets or quotes are one mention: the second lengthens the first. */
  #joinsLast(scan: Scan, hit: Hit, mention: AllianceMention, found: FoundAlliance[]): boolean {
    const last = found.at(-1);
    if (!last || last.mention.id !== mention.id || last.mention.kind === 'anaphor' || hit.skip > 0) return false;
    if (last.mention.kind === mention.kind && mention.kind === 'acronym') return false;
    if (hit.from === last.hit.to + 1 && last.mention.kind !== mention.kind) return this.#lengthen(scan, hit.to, found);
    const signs = hit.from - last.hit.to - 1;
    if (signs < 1 || signs > MOST_SIGNS) return false;
    for (let token = last.hit.to + 1; token < hit.from; token++)
      if (!OPENERS.has(this.#sign(scan, token))) return false;
    let to = hit.to;
    while (to - hit.to < signs && CLOSERS.has(this.#sign(scan, to + 1))) to++;
    if (to === hit.to && !'/-\u2013'.includes(this.#sign(scan, hit.from - 1))) return false;
    return this.#lengthen(scan, to, found);
  }

  #lengthen(scan: Scan, to: number, found: FoundAlliance[]): true {
    const last = found[found.length - 1];
    const place = this.#article.place(scan, last.hit.from, last.hit.skip, to);
    found[found.length - 1] = { hit: { ...last.hit, to }, mention: { ...last.mention, ...place } };
    return true;
  }

  #sign(scan: Scan, token: number): string {
    const { tokens } = scan.segment;
    const { vocabulary } = this.#article.reading;
    const isSign = token < tokens.count && vocabulary.kind(tokens.types[token]) === TypeKind.Sign;
    return isSign ? vocabulary.form(tokens.types[token]) : '';
  }
}
