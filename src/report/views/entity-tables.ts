import { COUNT, decimals, type JsonSchema, NULLABLE_TEXT, NUMBER, percent, TEXT, type View } from '../field.ts';
import { ENTITIES } from './entities.ts';

const NODE = 'type and id such as country:EG or alliance:NATO; with the name for a minister in no list';
const COUNTS_BY_NAME: JsonSchema = { type: 'object', additionalProperties: COUNT };

const [TYPE, ID] = ENTITIES.fields;
const LABEL = ENTITIES.fields.find(({ name }) => name === 'label')!;

/** Rows of `entities --group-by`: one per entity and group. */
export const ENTITY_GROUPS: View = {
  command: 'entity-groups',
  version: 1,
  fields: [
    {
      name: 'group',
      schema: NULLABLE_TEXT,
      help: 'article, month of publication or source; null for articles without one',
      column: { header: 'group', width: 40 },
    },
    TYPE,
    ID,
    { name: 'mentions', schema: COUNT, help: 'mentions in the group', column: { header: 'mentions', align: 'right' } },
    {
      name: 'articles',
      schema: COUNT,
      help: 'articles of the group with such a mention',
      column: { header: 'articles', align: 'right' },
    },
    {
      name: 'share',
      schema: NUMBER,
      help: "share of the group's articles, 0 to 1",
      column: { header: 'share', align: 'right', format: percent },
    },
    LABEL,
  ],
};

const ARTICLE = [
  { name: 'article', schema: TEXT, help: 'article', column: { header: 'article', width: 48 } },
  { name: 'published', schema: NULLABLE_TEXT, help: 'publication date', column: { header: 'published' } },
  { name: 'source', schema: NULLABLE_TEXT, help: 'source as stated' },
] as const;

function countsText(value: unknown): string {
  return Object.entries(value as Record<string, number>)
    .map(([name, count]) => `${name.slice(name.indexOf(':') + 1)} ${count}`)
    .join(', ');
}

/** Rows of `entities --matrix`: one per article. CSV and TSV have a column per entity in place of `counts`. */
export const ENTITY_MATRIX: View = {
  command: 'entity-matrix',
  version: 1,
  fields: [
    ...ARTICLE,
    {
      name: 'counts',
      schema: COUNTS_BY_NAME,
      help: `mentions by entity (${NODE}), the most mentioned of the corpus first; those it does not mention are left out`,
      column: { header: 'mentions', format: countsText, width: 90 },
    },
  ],
};

/** The matrix with a field per entity. */
export function matrixColumns(columns: readonly { readonly name: string; readonly label: string }[]): View {
  return {
    ...ENTITY_MATRIX,
    fields: [...ARTICLE, ...columns.map(({ name, label }) => ({ name, schema: COUNT, help: `mentions of ${label}` }))],
  };
}

/** Rows of `entities --comentions`: one per pair. */
export const ENTITY_PAIRS: View = {
  command: 'entity-pairs',
  version: 1,
  fields: [
    { name: 'source', schema: TEXT, help: `one entity: ${NODE}` },
    { name: 'target', schema: TEXT, help: 'the other entity; the order of the two means nothing' },
    { name: 'unit', schema: { enum: ['article', 'sentence'] }, help: 'what the two share' },
    {
      name: 'count',
      schema: COUNT,
      help: 'articles or sentences that mention both',
      column: { header: 'count', align: 'right' },
    },
    { name: 'sourceUnits', schema: COUNT, help: 'articles or sentences that mention source' },
    { name: 'targetUnits', schema: COUNT, help: 'articles or sentences that mention target' },
    {
      name: 'jaccard',
      schema: NUMBER,
      help: 'share of those with either that have both, 0 to 1',
      column: { header: 'jaccard', align: 'right', format: decimals(3) },
    },
    {
      name: 'pmi',
      schema: NUMBER,
      help: 'pointwise mutual information in bits: log2(count × units / (sourceUnits × targetUnits)); 0 as expected by chance',
      column: { header: 'pmi', align: 'right', format: decimals(2) },
    },
    { name: 'sourceLabel', schema: TEXT, help: 'name of source', column: { header: 'one', arabic: true, width: 40 } },
    { name: 'targetLabel', schema: TEXT, help: 'name of target', column: { header: 'other', arabic: true, width: 40 } },
  ],
};

/** The columns of `entities --comentions --format csv`: an edge list as Gephi reads it. */
export const EDGE_LIST: View = {
  ...ENTITY_PAIRS,
  fields: [
    { name: 'Source', schema: TEXT, help: `one entity: ${NODE}` },
    { name: 'Target', schema: TEXT, help: 'the other entity' },
    { name: 'Weight', schema: COUNT, help: 'articles or sentences that mention both' },
    { name: 'Type', schema: { const: 'Undirected' }, help: 'edges have no direction' },
    { name: 'Jaccard', schema: NUMBER, help: 'as jaccard' },
    { name: 'PMI', schema: NUMBER, help: 'as pmi' },
    { name: 'SourceLabel', schema: TEXT, help: 'name of source' },
    { name: 'TargetLabel', schema: TEXT, help: 'name of target' },
  ],
};

/** Rows of `entities --members`: one per alliance and member that its articles mention. */
export const ALLIANCE_MEMBERS: View = {
  command: 'alliance-members',
  version: 1,
  fields: [
    { name: 'alliance', schema: TEXT, help: 'id of the alliance', column: { header: 'alliance' } },
    {
      name: 'allianceArticles',
      schema: COUNT,
      help: 'articles that mention the alliance',
      column: { header: 'in articles', align: 'right' },
    },
    {
      name: 'country',
      schema: TEXT,
      help: 'ISO 3166-1 code of a member in the year of publication; for an article without a date, of one that has not left',
      column: { header: 'member' },
    },
    {
      name: 'articles',
      schema: COUNT,
      help: 'those of the articles that mention the member too',
      column: { header: 'articles', align: 'right' },
    },
    {
      name: 'mentions',
      schema: COUNT,
      help: 'mentions of the member in them',
      column: { header: 'mentions', align: 'right' },
    },
    {
      name: 'share',
      schema: NUMBER,
      help: "share of the alliance's articles, 0 to 1",
      column: { header: 'share', align: 'right', format: percent },
    },
    { name: 'allianceLabel', schema: TEXT, help: 'name of the alliance' },
    { name: 'label', schema: TEXT, help: 'name of the member', column: { header: 'name', arabic: true } },
  ],
};
