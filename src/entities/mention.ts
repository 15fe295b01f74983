/** Mentions: what the room hands on. One mention is one occurrence in the text. */
import type { PartName, Span } from '../article/article.ts';
import type { Segment } from '../article/reading.ts';

interface Place extends Span {
  /** The segment whose text `start` and `end` (UTF-16 offsets) refer to. */
  readonly segment: Segment;
  readonly part: PartName;
  /** Exactly `segment.text.slice(start, end)`. */
  readonly surface: string;
  /** Name of the organisation that the mention is part of, as written. */
  readonly within?: string;
}

export type CountryKind = 'name' | 'demonym' | 'capital' | 'territory' | 'city';

export interface CountryMention extends Place {
  readonly type: 'country';
  /** ISO 3166-1 alpha-2; XK for Kosovo. */
  readonly id: string;
  readonly kind: CountryKind;
}

export interface AllianceMention extends Place {
  readonly type: 'alliance';
  readonly id: string;
  readonly kind: 'name' | 'acronym' | 'anaphor';
  /** Span of the mention that an anaphor refers to. */
  readonly anaphor?: Span;
}

/** How the country of an office became known, from the surest to the weakest. */
export type CountryBasis = 'stated' | 'gazetteer' | 'sentence' | 'article';
export type Rank = 'minister' | 'state-minister' | 'deputy' | 'under-secretary' | 'assistant';

/** A person as named here or, for a mention without a name, where it was last named. */
export interface PersonReference extends Span {
  /** Id of the gazetteer. */
  readonly id?: string;
  /** As written. */
  readonly name: string;
  /** Canonical Arabic name: the gazetteer's, or for one in no list the name he was introduced by, where `name` is part of it. */
  readonly label?: string;
}

export interface MinisterMention extends Place {
  readonly type: 'minister';
  /** Id of the person, else country and office (`US:foreign`), else null. */
  readonly id: string | null;
  readonly kind: 'name' | 'office' | 'pronominal';
  readonly person: PersonReference | null;
  /** `foreign`, `defence`, `interior`, `prime`, or `other:` and the portfolio (`other` alone when unknown). */
  readonly office: string;
  readonly country: string | null;
  readonly countryBasis?: CountryBasis;
  readonly rank: Rank;
  /** A personal name stands in the span. */
  readonly named: boolean;
  readonly former: boolean;
  readonly acting: boolean;
  readonly group: boolean;
  /** Ids of the alliances or countries whose ministers a group is. */
  readonly scope?: readonly string[];
}

/** A mention of a type of the user's own gazetteer. */
export interface OtherMention extends Place {
  readonly type: 'other';
  /** Type as the user's gazetteer names it. */
  readonly userType: string;
  readonly id: string;
  readonly kind: string;
}

export type Mention = CountryMention | AllianceMention | MinisterMention | OtherMention;

export interface MentionOptions {
  /** True for a type that the lexicon knows as a common word: such a word ends a personal name. */
  readonly isCommonWord?: (type: number) => boolean;
  /** True for a common word that carries no clitic: «لافتا» is not ل + إفتا. */
  readonly isWholeWord?: (type: number) => boolean;
  /** True for a common word that is likeliest a verb: no surname, though nouns may be. */
  readonly isVerb?: (type: number) => boolean;
  /** True for a common word that is likeliest a noun: it qualifies no noun before it. */
  readonly isNoun?: (type: number) => boolean;
}
