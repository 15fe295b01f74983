import { NULLABLE_TEXT, TEXT, type View } from '../field.ts';

/** Rows of `explain`: one step of the way of a word, date or name. */
export const EXPLAIN: View = {
  command: 'explain',
  version: 1,
  fields: [
    { name: 'about', schema: TEXT, help: 'what is explained: word, date or mention', column: { header: 'about' } },
    { name: 'step', schema: TEXT, help: 'step of the way', column: { header: 'step' } },
    { name: 'note', schema: NULLABLE_TEXT, help: 'why, where there is a reason to give', column: { header: 'note' } },
    {
      name: 'value',
      schema: { type: ['string', 'number', 'boolean', 'null'] },
      help: 'what came out of it',
      column: { header: 'value', arabic: true },
    },
    {
      name: 'text',
      schema: TEXT,
      help: 'the word or stretch of text that it is about',
      column: { header: 'text', arabic: true },
    },
  ],
};
