/** Build step of `calendar.json`: the schema, kept apart so that the program never loads a validator at start. */
import * as v from 'valibot';
import { type CalendarData, WORD_KINDS } from './calendar.ts';
import { checkedJson } from './schema.ts';

const form = v.pipe(v.string(), v.regex(/^[\u0621-\u063a\u0641-\u064aa-z]+(?: [\u0621-\u063a\u0641-\u064a]+)*$/u));
const reasoned = v.strictObject({ name: form, why: v.string() });

const calendarSchema = v.strictObject({
  source: v.string(),
  monthSystems: v.array(
    v.strictObject({
      id: v.string(),
      label: v.string(),
      calendar: v.picklist(['gregorian', 'hijri']),
      source: v.string(),
      months: v.pipe(v.array(v.array(form)), v.length(12)),
    }),
  ),
  verbMonths: v.array(reasoned),
  nameMonths: v.array(reasoned),
  exactOnly: v.array(v.strictObject({ form, why: v.string() })),
  words: v.array(
    v.strictObject({
      is: v.picklist(WORD_KINDS),
      value: v.union([v.string(), v.number()]),
      note: v.exactOptional(v.string()),
      forms: v.array(form),
    }),
  ),
});

/** Build step: checks the data file. Throws `LexiconError` with a pointer where an entry is wrong. */
export function compileCalendar(text: string, file: string): string {
  return JSON.stringify(checkedJson<CalendarData>(calendarSchema, text, file));
}
