/**
 * What may stand before and behind a form, as the lemmatiser takes it off. Costs are in the unit of form costs (see
 * lexicon/inflection/form.ts): the reading with the lowest sum wins.
 */

/** What a form allows: bits of a form's `allows`. */
export const Clitic = {
  Article: 1,
  Enclitic: 2,
  /** The form stands only before an enclitic: «دولتـ», «رماـ». */
  EncliticOnly: 4,
  /** ب ك ل before it. */
  Preposition: 8,
  /** Future س before it. */
  Future: 16,
  /** The form stands only behind the article. */
  ArticleOnly: 32,
} as const;

/** A sequence of proclitics and what it asks of the form behind it. */
export interface Proclitic {
  readonly text: string;
  readonly cost: number;
  /** Bits of {@link Clitic} that the form must allow. */
  readonly needs: number;
  /** The letters behind لل are read as article + form. */
  readonly elidedArticle?: boolean;
  /** Only ل may stand before a verb («ليقول»); the other prepositions before nominals. */
  readonly verbs: boolean;
}

/**
 * Proclitics in order of cost within their first letter. The order و < ف ب ل < ك follows their share in news (و 194,
 * ب 75, ل 48 per 2,044 country names); a combination costs the sum of its parts.
 */
export const PROCLITICS: readonly Proclitic[] = [
  { text: '', cost: 0, needs: 0, verbs: true },
  { text: 'و', cost: 2, needs: 0, verbs: true },
  { text: 'ف', cost: 3, needs: 0, verbs: true },
  { text: 'ب', cost: 3, needs: Clitic.Preposition, verbs: false },
  { text: 'ل', cost: 3, needs: Clitic.Preposition, verbs: true },
  { text: 'ك', cost: 5, needs: Clitic.Preposition, verbs: false },
  { text: 'س', cost: 2, needs: Clitic.Future, verbs: true },
  { text: 'لل', cost: 3, needs: Clitic.Article | Clitic.Preposition, elidedArticle: true, verbs: false },
  { text: 'وب', cost: 5, needs: Clitic.Preposition, verbs: false },
  { text: 'ول', cost: 5, needs: Clitic.Preposition, verbs: true },
  { text: 'وك', cost: 7, needs: Clitic.Preposition, verbs: false },
  { text: 'وس', cost: 4, needs: Clitic.Future, verbs: true },
  { text: 'فب', cost: 6, needs: Clitic.Preposition, verbs: false },
  { text: 'فل', cost: 6, needs: Clitic.Preposition, verbs: true },
  { text: 'فس', cost: 5, needs: Clitic.Future, verbs: true },
  { text: 'ولل', cost: 5, needs: Clitic.Article | Clitic.Preposition, elidedArticle: true, verbs: false },
  { text: 'فلل', cost: 6, needs: Clitic.Article | Clitic.Preposition, elidedArticle: true, verbs: false },
];

/** A pronoun at the end of a word. Its cost says how seldom a word that ends so really carries one. */
export interface Enclitic {
  readonly text: string;
  readonly cost: number;
  /** Bits of {@link Clitic} that the form before it must allow beside `Enclitic`. */
  readonly needs: number;
  /** Letters of `text` that belong to the form: «ئي» is ي behind ئ. */
  readonly keeps?: number;
}

export const ENCLITICS: readonly Enclitic[] = [
  { text: 'ها', cost: 3, needs: 0 },
  { text: 'هم', cost: 3, needs: 0 },
  { text: 'ه', cost: 3, needs: 0 },
  { text: 'هما', cost: 3, needs: 0 },
  { text: 'هن', cost: 4, needs: 0 },
  { text: 'نا', cost: 4, needs: 0 },
  { text: 'كم', cost: 5, needs: 0 },
  { text: 'كما', cost: 6, needs: 0 },
  { text: 'ني', cost: 4, needs: 0 },
  { text: 'ك', cost: 6, needs: 0 },
  // «my»: on nouns, and only where no nisba is spelled like it.
  { text: 'ئي', cost: 4, needs: Clitic.Preposition, keeps: 1 },
  { text: 'اتي', cost: 4, needs: Clitic.Preposition, keeps: 2 },
];

/** Cost of the article before a form. */
export const ARTICLE_COST = 1;
