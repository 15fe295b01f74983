/** Reads the tables of examples and runs one line through the time room. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCalendar } from '../../src/lexicon/calendar.ts';
import { tokenBuffer, tokenise } from '../../src/text/tokenise.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';
import { explainTime } from '../../src/time/explain.ts';
import type { TimeContext, TimeMention } from '../../src/time/mention.ts';
import { recogniseTimes } from '../../src/time/recognise.ts';
import { resolveTimes } from '../../src/time/resolve.ts';

export const calendar = loadCalendar();

export interface Example {
  readonly input: string;
  readonly reference: string;
  readonly expected: string;
  readonly note: string;
}

/** Lines of `test/examples/<name>`, the heading left out. */
export function readExamples(name: string): Example[] {
  const text = readFileSync(join(import.meta.dirname, '../examples', name), 'utf8');
  return text
    .split('\n')
    .slice(1)
    .filter(line => line !== '')
    .map(line => {
      const [input, reference, expected, note] = line.split('\t');
      return { input, reference, expected, note };
    });
}

/** The mentions of one text that stands alone. */
export function timesOf(text: string, context: TimeContext = {}, vocabulary = new Vocabulary()): TimeMention[] {
  const tokens = tokenise(text, 0, text.length, vocabulary, tokenBuffer());
  return resolveTimes([{ tokens, expressions: recogniseTimes(tokens, vocabulary, calendar) }], context);
}

/** The context of a table's reference column. */
export function contextOf(reference: string): TimeContext {
  return reference === '' ? {} : { reference: { date: reference, basis: 'publication' } };
}

/** Mentions as the tables write them: `surface=value;mod=END;invalid | …`. */
export function written(text: string, mentions: readonly TimeMention[]): string {
  return mentions
    .map(
      ({ start, end, value, mod, invalid }) =>
        `${text.slice(start, end)}=${value}${mod ? `;mod=${mod}` : ''}${invalid ? ';invalid' : ''}`,
    )
    .join(' | ');
}

/** What a failing line shows: token classes, rules tried and what they read. */
export function trace(text: string): string {
  const { tokens } = explainTime(text, calendar);
  return tokens
    .filter(({ classes, wakes }) => classes.length > 0 || wakes.length > 0)
    .map(
      ({ surface, classes, read }) =>
        `  ${surface}: ${classes.join(', ')} → ${read.map(one => `${one.rule} «${one.surface}»`).join(', ') || 'nothing read'}`,
    )
    .join('\n');
}
