/** Records of `--mentions`: where something stands, so that it can be clicked, sliced and joined. */
import type { Article } from '../article/article.ts';
import { lineAt, type Segment } from '../article/reading.ts';
import type { Mention } from '../entities/mention.ts';
import type { Row } from '../report/result.ts';

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
