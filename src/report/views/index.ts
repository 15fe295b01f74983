/** All views by command: what `rasid schema` knows and the documentation is made from. */
import type { View } from '../field.ts';
import { ARTICLES, LINES } from './articles.ts';
import { CHECK, METRICS } from './check.ts';
import { ENTITIES, entitySection } from './entities.ts';
import { ALLIANCE_MEMBERS, ENTITY_GROUPS, ENTITY_MATRIX, ENTITY_PAIRS } from './entity-tables.ts';
import { EXPLAIN } from './explain.ts';
import { KEYWORDS } from './keywords.ts';
import { ENTITY_MENTIONS, TIME_MENTIONS } from './mentions.ts';
import { STATISTICS } from './statistics.ts';
import { TIMELINE, TIMELINE_DENSITY, TIMELINE_UNRESOLVED } from './timeline.ts';
import { COLLOCATES, CONCORDANCE, DIFF, KEYNESS, TOKENS, TREND } from './workbench.ts';

/** Rows of `report` stand in sections; the view itself has no fields. */
export const REPORT: View = { command: 'report', version: 1, fields: [] };

/** The sections of `report` in their order. */
export const REPORT_SECTIONS: ReadonlyMap<string, View> = new Map([
  ['statistics', STATISTICS],
  ['keywords', KEYWORDS],
  ['countries', entitySection('countries')],
  ['ministers', entitySection('ministers')],
  ['alliances', entitySection('alliances')],
  ['timeline', TIMELINE],
  ['density', { ...TIMELINE_DENSITY, command: 'density' }],
]);

export const VIEWS: readonly View[] = [
  REPORT,
  KEYWORDS,
  ENTITIES,
  ENTITY_MENTIONS,
  ENTITY_GROUPS,
  ENTITY_MATRIX,
  ENTITY_PAIRS,
  ALLIANCE_MEMBERS,
  TIMELINE,
  TIMELINE_DENSITY,
  TIMELINE_UNRESOLVED,
  TIME_MENTIONS,
  ARTICLES,
  LINES,
  STATISTICS,
  CONCORDANCE,
  COLLOCATES,
  KEYNESS,
  TREND,
  DIFF,
  CHECK,
  METRICS,
  TOKENS,
  EXPLAIN,
];
