/**
 * The room's door: all mentions of one article. Order of work, because each step needs the one before: phrases →
 * countries → alliances (an adjective of a country may follow) → ministers (their countries and groups).
 */
import type { Span } from '../article/article.ts';
import type { Reading } from '../article/reading.ts';
import type { Gazetteer } from '../lexicon/gazetteer.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { AllianceRules, type FoundAlliance } from './alliances.ts';
import { CountryRules, type FoundCountry } from './countries.ts';
import { Holders } from './holders.ts';
import { Matcher } from './match.ts';
import type { AllianceMention, Mention, MentionOptions, MinisterMention, OtherMention } from './mention.ts';
import { MinisterRules } from './ministers.ts';
import { ArticleScan, type Scan } from './scan.ts';

/** Finds the mentions of articles that share a vocabulary. Keeps what it learned about types between articles. */
export class MentionFinder {
  readonly #matcher: Matcher;
  readonly #options: MentionOptions;
  readonly #holders: Holders;

  constructor(vocabulary: Vocabulary, gazetteer: Gazetteer, options: MentionOptions = {}) {
    this.#matcher = new Matcher(vocabulary, gazetteer);
    this.#options = options;
    this.#holders = new Holders(gazetteer);
  }

  /** All mentions of one article in the order of the text; at one place the longer first. */
  find(reading: Reading): Mention[] {
    const article = new ArticleScan(reading, this.#matcher, this.#options);
    if (!article.found) return [];
    const rules = new CountryRules(article, this.#options);
    const countries = article.scans.map(scan => rules.find(scan));
    const allianceRules = new AllianceRules(article, rules.evidence, this.#options);
    const alliances = article.scans.map((_, index) => allianceRules.find(index, countries[index]));
    const wakes = article.scans.some(scan => scan.triggers.length + scan.persons.length > 0);
    const around = { countries, alliances, evidence: rules.evidence };
    const ministers = wakes ? new MinisterRules(article, around, this.#holders, this.#options).find() : [];
    const byScan: MinisterMention[][] = article.scans.map(() => []);
    for (const { scan, mention } of ministers) byScan[scan].push(mention);
    const mentions: Mention[] = [];
    for (const [index, scan] of article.scans.entries()) {
      const here = joined(countries[index], alliances[index], byScan[index]);
      for (const mention of inOrder([...here, ...others(article, scan)])) mentions.push(mention);
    }
    return mentions;
  }
}

/** The mentions of one segment; a country that is part of a minister's name is none. */
function joined(
  countries: readonly FoundCountry[],
  alliances: readonly FoundAlliance[],
  ministers: readonly MinisterMention[],
): Mention[] {
  const named = alliances.map(({ mention }) => mention);
  const inNames = covered(countries, ministers.flatMap(nameSpan));
  const inAlliances = covered(countries, named);
  const outside = countries.flatMap((found, i) => (inNames[i] ? [] : [withinAlliance(found, inAlliances[i])]));
  return [...outside, ...named, ...ministers];
}

/** Where a minister is named: a town or people in it is part of the name («لويد أوستن»). */
function nameSpan({ named, person }: MinisterMention): Span[] {
  return named && person !== null ? [person] : [];
}

/** For each country the span that it lies in, if any. Both lists are walked once in order of position. */
function covered<T extends Span>(countries: readonly FoundCountry[], spans: readonly T[]): (T | undefined)[] {
  if (spans.length === 0) return [];
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let current: T | undefined;
  return countries.map(({ mention }) => {
    while (next < sorted.length && sorted[next].start <= mention.start) {
      if (!current || sorted[next].end >= current.end) current = sorted[next];
      next++;
    }
    return current && mention.end <= current.end ? current : undefined;
  });
}

function inOrder(mentions: Mention[]): Mention[] {
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A country inside the name of an alliance counts for both and says so. */
function withinAlliance({ mention }: FoundCountry, outer: AllianceMention | undefined): Mention {
  return mention.within === undefined && outer ? { ...mention, within: outer.surface } : mention;
}

/** Mentions of the types that the user's own gazetteer brought. */
function others(article: ArticleScan, scan: Scan): OtherMention[] {
  return scan.others.flatMap(hit => {
    const sense = article.matcher.gazetteer
      .senses(hit.set)
      .find(({ type }) => !['country', 'alliance', 'minister'].includes(type));
    if (!sense || sense.kind === 'not') return [];
    const place = article.place(scan, hit.from, hit.skip, hit.to, hit.cut);
    return [{ type: 'other' as const, userType: sense.type, id: sense.id, kind: sense.kind, ...place }];
  });
}

/** All mentions of one article. For many articles make one {@link MentionFinder}: it remembers types. */
export function findMentions(reading: Reading, gazetteer: Gazetteer, options: MentionOptions = {}): Mention[] {
  return new MentionFinder(reading.vocabulary, gazetteer, options).find(reading);
}
