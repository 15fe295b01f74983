/** Build step of `calendar.json`: schema and table, kept apart so that the program at start only reads. */
import * as v from 'valibot';
import { matchingKey, orthographicForm } from '../text/normalise.ts';
import {
  type CalendarData,
  type MonthName,
  type PackedCalendar,
  type Phrase,
  type Senses,
  WORD_KINDS,
  type WordKind,
} from './calendar.ts';
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

function addSense(senses: Senses, kind: WordKind, value: string | number): void {
  const target = senses as Record<string, unknown>;
  if (kind === 'role') target.role = [...(senses.role ?? []), value];
  else target[kind] ??= value;
}

class Compiler {
  readonly exact = new Map<string, Senses>();
  readonly folded = new Map<string, Senses>();
  readonly phrases = new Map<string, Phrase[]>();
  readonly exactOnly: ReadonlySet<string>;

  constructor(exactOnly: readonly string[]) {
    this.exactOnly = new Set(exactOnly);
  }

  add(written: string, give: (senses: Senses) => void): void {
    const keys = written.split(' ').map(word => matchingKey(orthographicForm(word)));
    if (keys.length > 1) {
      give(this.#phrase(keys));
      return;
    }
    give(slot(this.exact, written));
    if (!this.exactOnly.has(written)) give(slot(this.folded, keys[0]));
  }

  #phrase([first, ...rest]: string[]): Senses {
    const list = slotList(this.phrases, first);
    const known = list.find(phrase => phrase.rest.join(' ') === rest.join(' '));
    if (known) return known.senses;
    const phrase: Phrase = { rest, senses: {} };
    list.push(phrase);
    list.sort((a, b) => b.rest.length - a.rest.length);
    return phrase.senses;
  }
}

function slot(map: Map<string, Senses>, key: string): Senses {
  let senses = map.get(key);
  if (!senses) map.set(key, (senses = {}));
  return senses;
}

function slotList(map: Map<string, Phrase[]>, key: string): Phrase[] {
  let list = map.get(key);
  if (!list) map.set(key, (list = []));
  return list;
}

function compileTable(data: CalendarData): Compiler {
  const compiler = new Compiler(data.exactOnly.map(entry => entry.form));
  const verbs = new Set(data.verbMonths.map(entry => entry.name));
  const names = new Set(data.nameMonths.map(entry => entry.name));
  for (const { id, calendar, months } of data.monthSystems) {
    months.forEach((forms, index) => {
      for (const written of forms) {
        const weak = verbs.has(written) ? 'verb' : names.has(written) ? 'name' : undefined;
        const month: MonthName = { calendar, number: index + 1, system: id, ...(weak && { weak }) };
        compiler.add(written, senses => {
          senses.month ??= month;
        });
      }
    });
  }
  for (const { is, value, forms } of data.words) {
    for (const written of forms) compiler.add(written, senses => addSense(senses, is, value));
  }
  return compiler;
}

/** Numbers the meanings, so that each is written once. */
function pack({ exact, folded, phrases }: Compiler): PackedCalendar {
  const senses: Senses[] = [];
  const indexes = new Map<Senses, number>();
  const indexOf = (one: Senses): number => {
    let index = indexes.get(one);
    if (index === undefined) {
      index = senses.push(one) - 1;
      indexes.set(one, index);
    }
    return index;
  };
  return {
    senses,
    exact: [...exact].map(([form, one]) => [form, indexOf(one)] as const),
    folded: [...folded].map(([key, one]) => [key, indexOf(one)] as const),
    phrases: [...phrases].map(
      ([first, list]) => [first, list.map(one => [one.rest, indexOf(one.senses)] as const)] as const,
    ),
  };
}

/** Build step: checks the data file and compiles its table. Throws `LexiconError` with a pointer where an entry is wrong. */
export function compileCalendar(text: string, file: string): string {
  return JSON.stringify(pack(compileTable(checkedJson<CalendarData>(calendarSchema, text, file))));
}
