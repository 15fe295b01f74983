/** Names of figures: those of `statistics`, and those of a word or an entity that the name itself carries. */

/** Fields of a word's figures. */
export const KEYWORD_FIELDS = ['count', 'perMillion', 'articles'] as const;
/** Fields of an entity's figures. */
export const ENTITY_FIELDS = ['mentions', 'articles'] as const;

/** A name taken apart. */
export type Metric =
  | { readonly kind: 'figure'; readonly name: string }
  | { readonly kind: 'encoding'; readonly name: string; readonly encoding: string }
  | {
      readonly kind: 'keyword';
      readonly name: string;
      readonly word: string;
      readonly field: (typeof KEYWORD_FIELDS)[number];
    }
  | {
      readonly kind: 'entity';
      readonly name: string;
      readonly type: string;
      readonly id: string;
      readonly field: (typeof ENTITY_FIELDS)[number];
    };

/** Patterns of the open names, for lists and help. */
export const METRIC_PATTERNS: readonly (readonly [pattern: string, meaning: string])[] = [
  ['encoding.NAME', 'articles read in that encoding, such as encoding.windows-1256'],
  ['keyword.WORD.count', 'occurrences of a word in all its forms, stop words too'],
  ['keyword.WORD.perMillion', 'its occurrences per million tokens'],
  ['keyword.WORD.articles', 'articles in which it occurs'],
  [
    'entity.TYPE.ID.mentions',
    'mentions of an entity: country.EG, alliance.NATO, a person or COUNTRY:OFFICE for minister',
  ],
  ['entity.TYPE.ID.articles', 'articles that mention it'],
];

/** The last part of a name behind a dot, and what stands before it. */
function splitLast(text: string): [string, string] | undefined {
  const dot = text.lastIndexOf('.');
  return dot > 0 && dot < text.length - 1 ? [text.slice(0, dot), text.slice(dot + 1)] : undefined;
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}

/** Takes a name apart; undefined for one that names no figure. `figures`: the fixed names. */
export function parseMetric(name: string, figures: ReadonlySet<string>): Metric | undefined {
  if (figures.has(name)) return { kind: 'figure', name };
  if (name.startsWith('encoding.')) return { kind: 'encoding', name, encoding: name.slice('encoding.'.length) };
  if (name.startsWith('keyword.')) {
    const [word, field] = splitLast(name.slice('keyword.'.length)) ?? [];
    return word && field && isOneOf(KEYWORD_FIELDS, field) ? { kind: 'keyword', name, word, field } : undefined;
  }
  if (!name.startsWith('entity.')) return undefined;
  const [subject, field] = splitLast(name.slice('entity.'.length)) ?? [];
  const dot = subject?.indexOf('.') ?? -1;
  if (!subject || !field || dot <= 0 || dot === subject.length - 1 || !isOneOf(ENTITY_FIELDS, field)) return undefined;
  return { kind: 'entity', name, type: subject.slice(0, dot), id: subject.slice(dot + 1), field };
}

/** Names that an unknown one may have been meant for: the same prefix with every field, and all fixed names. */
export function candidateNames(name: string, figures: Iterable<string>): string[] {
  const candidates = [...figures, ...METRIC_PATTERNS.map(([pattern]) => pattern)];
  const fields = name.startsWith('keyword.') ? KEYWORD_FIELDS : name.startsWith('entity.') ? ENTITY_FIELDS : [];
  // The field may be misspelt, or left out.
  const [subject] = splitLast(name) ?? [name];
  for (const start of new Set([name, subject])) candidates.push(...fields.map(field => `${start}.${field}`));
  return candidates;
}
