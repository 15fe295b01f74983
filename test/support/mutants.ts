/** Material of the property tests: mutated pages of ours, and what every run over them must hold to. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { LexiconError, UsageError } from '../../src/errors.ts';
import { runInProcess } from './in-process.ts';
import { ROOT } from './program.ts';

/** Examples of a property: few by default, as many as RASID_TEST_RUNS says, many at full size. */
export const RUNS = Number(process.env.RASID_TEST_RUNS) || (process.env.RASID_TEST_FULL === '1' ? 3000 : 25);

const FOLDER = join(ROOT, 'fixtures/corpus');
const PAGES = readdirSync(FOLDER)
  .filter(name => name.endsWith('.txt'))
  .map(name => readFileSync(join(FOLDER, name)).toString('utf8'));

/** Pieces that pages are made of, and pieces that break things. */
const PIECES = [
  'اقرأ أيضا:',
  'إقرأ أيضاً',
  'المصدر:',
  'الكلمات المفتاحية:',
  'وزير الخارجية',
  'الأربعاء 15 أكتوبر',
  '12/13/2024',
  '31 فبراير 2024',
  '٣١ مايو ٢٠٢٤',
  'حلف شمال الأطلسي (الناتو)',
  'والناتو',
  'الحلف',
  '00:00',
  '29 فبراير',
  '1445 هـ',
  'غدا',
  'قبل 999999999 سنة',
  'عام 0',
  'القرن المئة',
  '%',
  '«',
  '»',
  '(',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '\u00a0',
  '\u200f',
  '\u202e',
  '\u0640',
  '\u064e',
  '\u0654',
  '\ufdfa',
  '\ufefb',
  '\u0000',
  '\ud83d\ude00',
  '\u{e0001}',
  '\ufeff',
  '\u2028',
  '__proto__',
  'constructor',
  '•',
  '#وسم',
  'http://x',
  '...',
  '؟',
  '1/2/3/4',
  '-',
  '—',
];

const page = fc.constantFrom(...PAGES);
export const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
/** A cut of a page with pieces thrown in at random places, pieces of another page among them. */
export const mutated = fc
  .record({
    base: page,
    other: page,
    from: fc.nat(400),
    length: fc.nat(1500),
    inserts: fc.array(fc.tuple(fc.nat(1500), piece), { maxLength: 12 }),
  })
  .map(({ base, other, from, length, inserts }) => {
    let text = base.slice(from, from + length);
    for (const [at, insert] of inserts) text = text.slice(0, at) + insert + text.slice(at);
    return text.length % 5 === 0 ? text + other.slice(from, from + 200) : text;
  });

/** A mention as `--mentions --format ndjson` gives it. */
export interface Row {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly anaphor?: { readonly start: number; readonly end: number };
  readonly person?: { readonly start: number; readonly end: number; readonly name: string } | null;
  readonly part: string;
  readonly article: string;
}

/** Runs a command; the errors of usage and of data files are no failure, anything else is. */
export async function run(command: string, file: string, options: object = {}): Promise<string> {
  try {
    const { code, text } = await runInProcess(command, [file], options);
    expect(command === 'check' ? [0, 1, 3] : [0, 3]).toContain(code);
    return text;
  } catch (error) {
    if (error instanceof UsageError || error instanceof LexiconError) return '';
    throw error;
  }
}

/** Every mention is not empty and slices the text it stands in. */
export function expectSlices(rows: readonly Row[], textOf: (row: Row) => string): void {
  for (const row of rows) {
    const text = textOf(row);
    expect(text.slice(row.start, row.end)).toBe(row.surface);
    expect(row.surface).not.toBe('');
  }
}
