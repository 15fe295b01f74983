/** Records of `--mentions`: where something stands, so that it can be clicked, sliced and joined. */
import { tokenAt } from '../analysis/sentence.ts';
import type { LocatedTime } from '../analysis/times.ts';
import type { Article } from '../article/article.ts';
import { lineAt, type Segment } from '../article/reading.ts';
import type { Mention } from '../entities/mention.ts';
import type { Row } from '../report/result.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

/** The fields that every mention begins with. */
export function placeFields(article: Article, segment: Segment, start: number, end: number): Row {
  const related = article.kind === 'related';
  return {
    article: article.id,
    path: article.path,
    line: lineAt(article, segment, start),
    part: related ? 'related' : segment.part,
    ...(related ? { relatedPart: segment.part } : {}),
    start,
    end,
  };
}

/** Record of one entity mention; fields that do not apply are left out. */
export function mentionRow(article: Article, mention: Mention): Row {
  const { segment, start, end, surface, within } = mention;
  const place = placeFields(article, segment, start, end);
  const tail = within === undefined ? {} : { within };
  if (mention.type === 'country')
    return { ...place, surface, type: 'country', id: mention.id, kind: mention.kind, ...tail };
  if (mention.type === 'alliance') {
    const { id, kind, anaphor } = mention;
    return { ...place, surface, type: 'alliance', id, kind, ...(anaphor ? { anaphor } : {}), ...tail };
  }
  if (mention.type === 'other')
    return { ...place, surface, type: mention.userType, id: mention.id, kind: mention.kind, ...tail };
  const { id, kind, person, office, country, countryBasis, rank, named, former, acting, group, scope } = mention;
  return {
    ...place,
    surface,
    type: 'minister',
    id,
    kind,
    person,
    office,
    country,
    ...(countryBasis === undefined ? {} : { countryBasis }),
    rank,
    named,
    former,
    acting,
    group,
    ...(scope === undefined ? {} : { scope }),
    ...tail,
  };
}

/** Offset at which the `count` words begin that stand before a token; within the segment. */
function wordsBefore({ tokens }: Segment, from: number, count: number, vocabulary: Vocabulary): number {
  let token = from;
  for (let left = count; left > 0 && token > 0; ) if (vocabulary.isWord(tokens.types[--token])) left--;
  return tokens.starts[token];
}

/** Offset at which the `count` words end that stand behind a token; within the segment. */
function wordsBehind({ tokens }: Segment, from: number, count: number, vocabulary: Vocabulary): number {
  let token = from;
  for (let left = count; left > 0 && token < tokens.count - 1; ) if (vocabulary.isWord(tokens.types[++token])) left--;
  return tokens.ends[token];
}

/** The text around a mention, `words` words to each side; attached clitics belong to it. */
export function contextFields({ segment, start, end }: Mention, words: number, vocabulary: Vocabulary): Row {
  const { text, tokens } = segment;
  const left = wordsBefore(segment, tokenAt(tokens, start), words, vocabulary);
  const right = wordsBehind(segment, tokenAt(tokens, end - 1), words, vocabulary);
  return { context: { left: text.slice(left, start), right: text.slice(end, Math.max(end, right)) } };
}

/** Record of one time expression. */
export function timeRow(article: Article, { mention, segment, surface }: LocatedTime): Row {
  const { start, end, type, value, mod, basis, granularity, conflict, invalid, rule } = mention;
  return {
    ...placeFields(article, segment, start, end),
    surface,
    type,
    value,
    ...(mod === undefined ? {} : { mod }),
    basis,
    granularity,
    ...(conflict === undefined ? {} : { conflict }),
    ...(invalid === undefined ? {} : { invalid }),
    rule,
  };
}
