import { COUNT, type JsonSchema, list, NULLABLE_TEXT, NUMBER, object, percent, TEXT, type View } from '../field.ts';

const COUNTS_BY_NAME: JsonSchema = { type: 'object', additionalProperties: COUNT };

/** Rows of `entities`: one per country, minister or alliance. */
export const ENTITIES: View = {
  command: 'entities',
  version: 1,
  fields: [
    {
      name: 'type',
      schema: TEXT,
      help: 'country, minister, alliance, or a type of your gazetteer',
      column: { header: 'type' },
    },
    {
      name: 'id',
      schema: NULLABLE_TEXT,
      help: 'ISO 3166-1 code, alliance id, person id, or country:office; null when a name is in no list',
      column: { header: 'id', width: 28 },
    },
    {
      name: 'mentions',
      schema: COUNT,
      help: 'mentions of the kinds asked for',
      column: { header: 'mentions', align: 'right' },
    },
    {
      name: 'articles',
      schema: COUNT,
      help: 'articles with such a mention',
      column: { header: 'articles', align: 'right' },
    },
    {
      name: 'share',
      schema: NUMBER,
      help: 'share of the articles, 0 to 1',
      column: { header: 'share', align: 'right', format: percent },
    },
    { name: 'first', schema: NULLABLE_TEXT, help: 'earliest publication date among them', column: { header: 'first' } },
    { name: 'last', schema: NULLABLE_TEXT, help: 'latest publication date among them', column: { header: 'last' } },
    { name: 'kinds', schema: COUNTS_BY_NAME, help: 'mentions by kind; all kinds, also those not counted in mentions' },
    {
      name: 'surfaces',
      schema: list(object({ surface: TEXT, count: COUNT })),
      help: 'spellings with their counts, the commonest ten',
    },
    {
      name: 'trend',
      schema: list(object({ month: TEXT, mentions: COUNT, articles: COUNT })),
      help: 'by month of publication; articles without a date are in no month',
    },
    { name: 'label', schema: TEXT, help: 'its name (--labels)', column: { header: 'name', arabic: true, width: 48 } },
  ],
};

/** Section of `report` for one type of entity: the columns that fit beside others. */
export function entitySection(command: string): View {
  const shown = new Set(['mentions', 'articles', 'share', 'label']);
  return {
    command,
    version: 1,
    fields: ENTITIES.fields.map(({ column, ...field }) =>
      column && shown.has(field.name) ? { ...field, column } : field,
    ),
  };
}
