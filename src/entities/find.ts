/**
 * The room's door: all mentions of one article. Order of work, because each step needs the one before: phrases →
 * countries → alliances (an adjective of a country may follow) → ministers (their countries and groups).
 */
import type { Reading } from '../article/reading.ts';
import type { Gazetteer } from '../lexicon/gazetteer.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { AllianceRules, type FoundAlliance } from './alliances.ts';
import { CountryRules, type FoundCountry } from './countries.ts';
import { Holders } from './holders.ts';
import { Matcher } from './match.ts';
import type { Mention, MentionOptions, OtherMention } from './mention.ts';
import { type FoundMinister, MinisterRules } from './ministers.ts';
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
    const allianceRules = new AllianceRules(article, rules.evidence);
    const alliances = article.scans.map((_, index) => allianceRules.find(index, countries[index]));
    const wakes = article.scans.some(scan => scan.triggers.length + scan.persons.length > 0);
    const around = { countries, alliances, evidence: rules.evidence };
    const ministers = wakes ? new MinisterRules(article, around, this.#holders, this.#options).find() : [];
    return article.scans.flatMap((scan, index) =>
      inOrder([
        ...countries[index]
          .filter(found => !isInName(found, index, ministers))
          .map(found => withinAlliance(found, alliances[index])),
        ...alliances[index].map(found => found.mention),
        ...ministers.filter(found => found.scan === index).map(found => found.mention),
        ...others(article, scan),
      ]),
    );
  }
}

function inOrder(mentions: Mention[]): Mention[] {
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A town or people that is part of a minister's name («لويد أوستن»). */
function isInName({ mention }: FoundCountry, scan: number, ministers: readonly FoundMinister[]): boolean {
  return ministers.some(({ scan: other, mention: { named, person } }) => {
    return other === scan && named && person !== null && person.start <= mention.start && mention.end <= person.end;
  });
}

/** A country inside the name of an alliance counts for both and says so. */
function withinAlliance({ mention }: FoundCountry, alliances: readonly FoundAlliance[]): Mention {
  if (mention.within !== undefined) return mention;
  const outer = alliances.find(({ mention: other }) => other.start <= mention.start && mention.end <= other.end);
  return outer ? { ...mention, within: outer.mention.surface } : mention;
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
