import { COUNT, FLAG, NULLABLE_TEXT, object, TEXT, TEXTS, type View } from '../field.ts';

const PLACE = [
  { name: 'article', schema: TEXT, help: "the record's id; for pages the path, for related articles path#2, path#3 …" },
  {
    name: 'path',
    schema: TEXT,
    help: 'file as reached from the argument; - for standard input',
    column: { header: 'path', keepEnd: true },
  },
  { name: 'line', schema: COUNT, help: 'line of the file, 1-based', column: { header: 'line', align: 'right' } },
  {
    name: 'part',
    schema: TEXT,
    help: 'part of the article; related inside related articles',
    column: { header: 'part' },
  },
  { name: 'relatedPart', schema: TEXT, help: 'part within a related article', optional: true },
  {
    name: 'start',
    schema: COUNT,
    help: 'UTF-16 offset into the document (into the text or title field of a record), clitics left out',
  },
  { name: 'end', schema: COUNT, help: 'UTF-16 offset after its end' },
] as const;

const SPAN = object({ start: COUNT, end: COUNT });

/** Records of `entities --mentions`. */
export const ENTITY_MENTIONS: View = {
  command: 'entity-mentions',
  version: 1,
  fields: [
    ...PLACE,
    {
      name: 'type',
      schema: TEXT,
      help: 'country, minister, alliance, or a type of your gazetteer',
      column: { header: 'type' },
    },
    {
      name: 'id',
      schema: NULLABLE_TEXT,
      help: 'ISO code, alliance id, person id, country:office, or null',
      column: { header: 'id' },
    },
    {
      name: 'kind',
      schema: TEXT,
      help: 'country: name, demonym, capital, territory, city; alliance: name, acronym, anaphor; minister: name, office, pronominal',
      column: { header: 'kind' },
    },
    {
      name: 'person',
      schema: {
        ...object({ id: TEXT, name: TEXT, label: TEXT, start: COUNT, end: COUNT }, ['id', 'label']),
        type: ['object', 'null'],
      },
      help: 'minister: name as written, label canonical',
      optional: true,
    },
    {
      name: 'office',
      schema: TEXT,
      help: 'minister: foreign, defence, interior, prime, other:slug',
      optional: true,
      column: { header: 'office' },
    },
    {
      name: 'country',
      schema: NULLABLE_TEXT,
      help: 'minister: ISO code',
      optional: true,
      column: { header: 'country' },
    },
    { name: 'countryBasis', schema: TEXT, help: 'minister: stated, gazetteer, sentence, article', optional: true },
    {
      name: 'rank',
      schema: TEXT,
      help: 'minister, state-minister, deputy, under-secretary, assistant',
      optional: true,
    },
    { name: 'named', schema: FLAG, help: 'minister: a personal name stands in the span', optional: true },
    { name: 'former', schema: FLAG, help: 'minister: no longer in office', optional: true },
    { name: 'acting', schema: FLAG, help: 'minister: acting', optional: true },
    { name: 'group', schema: FLAG, help: 'ministers: a group without names', optional: true },
    { name: 'scope', schema: TEXTS, help: 'alliances or countries whose ministers a group is', optional: true },
    { name: 'anaphor', schema: SPAN, help: 'alliance: span of the antecedent', optional: true },
    { name: 'within', schema: TEXT, help: 'organisation whose name it is part of', optional: true },
    {
      name: 'context',
      schema: object({ left: TEXT, right: TEXT }),
      help: 'words around the mention (--context)',
      optional: true,
    },
    {
      name: 'surface',
      schema: TEXT,
      help: 'exactly the slice start..end',
      column: { header: 'surface', arabic: true },
    },
  ],
};

/** Records of `timeline --mentions`. */
export const TIME_MENTIONS: View = {
  command: 'time-mentions',
  version: 1,
  fields: [
    ...PLACE,
    { name: 'type', schema: TEXT, help: 'DATE, TIME, DURATION, SET or INTERVAL', column: { header: 'type' } },
    { name: 'value', schema: TEXT, help: 'TIMEX3 value, see docs/methods.md', column: { header: 'value' } },
    {
      name: 'mod',
      schema: TEXT,
      help: 'START, MID, END, APPROX, BEFORE or AFTER',
      optional: true,
      column: { header: 'mod' },
    },
    {
      name: 'basis',
      schema: TEXT,
      help: 'explicit, publication, weekday, previous, reference or none',
      column: { header: 'basis' },
    },
    { name: 'granularity', schema: TEXT, help: 'grain of the value' },
    { name: 'conflict', schema: TEXT, help: 'what contradicts it, such as a weekday', optional: true },
    { name: 'invalid', schema: FLAG, help: 'no such day, such as 31 February', optional: true },
    { name: 'rule', schema: TEXT, help: 'rules that recognised it', column: { header: 'rule' } },
    {
      name: 'surface',
      schema: TEXT,
      help: 'exactly the slice start..end',
      column: { header: 'surface', arabic: true },
    },
  ],
};
