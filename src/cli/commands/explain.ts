/** `rasid explain`: the way of one word, date or name through the program. */
import { Reader, type Reading } from '../../article/reading.ts';
import { UsageError } from '../../errors.ts';
import { loadCalendar } from '../../lexicon/calendar.ts';
import type { Row } from '../../report/result.ts';
import { EXPLAIN } from '../../report/views/explain.ts';
import { explainWord } from '../../text/explain-word.ts';
import type { Analysis } from '../../text/stemmer.ts';
import type { WordIndex } from '../../text/word-index.ts';
import { explainTime } from '../../time/explain.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit.ts';
import { loadGazetteerWith, mentionFinder } from '../finders.ts';
import { mentionRow } from '../mention-rows.ts';
import { makeResult } from '../result.ts';
import { articleOf } from '../said.ts';
import { loadWordIndex } from '../tools.ts';
import { writeResult } from '../write.ts';

type Value = string | number | boolean | null;

/** What was chosen, in words. */
function choiceNote({ origin, cost }: Analysis): string {
  if (origin === 'lexicon') return `from the lexicon, cost ${cost}`;
  return origin === 'rule' ? 'not in the lexicon: by rule' : 'not in the lexicon: stands for itself';
}

/** The way of one word: forms, every reading that the lexicon attests with its cost, and what won. */
function wordSteps(surface: string, index: WordIndex, isStop: boolean): Row[] {
  const { form, key, readings, analysis, label } = explainWord(surface, index.stemmer);
  const row = (step: string, value: Value, note: string | null): Row => ({
    about: 'word',
    text: surface,
    step,
    value,
    note,
  });
  const tried = readings.map(({ proclitics, form: inner, enclitic, lemma, pos, cost }) =>
    row(
      'reading',
      [proclitics, inner, enclitic].filter(piece => piece !== '').join(' + '),
      `${lemma} ${pos}, cost ${cost}`,
    ),
  );
  return [
    row('form', form, 'marks, tatweel and foreign code points taken out'),
    row('key', key, 'hamza and final yeh folded, for matching only'),
    ...tried,
    row(
      'inside clitics',
      form.slice(analysis.start, analysis.end),
      tried.length > 0 ? 'the first reading: the lowest cost' : null,
    ),
    row('lemma', analysis.lemma, choiceNote(analysis)),
    row('label', label, null),
    row('part of speech', analysis.pos ?? null, null),
    row('stop word', isStop, null),
  ];
}

function wordRows(reading: Reading, index: WordIndex): Row[] {
  const { vocabulary } = index;
  return reading.segments.flatMap(({ tokens }) =>
    [...tokens.types.subarray(0, tokens.count)]
      .filter(type => vocabulary.isWord(type))
      .flatMap(type => wordSteps(vocabulary.surface(type), index, index.isStop(type))),
  );
}

function valueText(value: unknown): Value {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(value)
    : ((value ?? null) as string | number | boolean | null);
}

function fieldRows(row: Row): Row[] {
  const {
    surface,
    type,
    article: _article,
    path: _path,
    line: _line,
    part: _part,
    start: _start,
    end: _end,
    ...fields
  } = row as Record<string, unknown>;
  return Object.entries(fields).map(([step, value]) => ({
    about: String(type),
    text: String(surface),
    step,
    value: valueText(value),
    note: null,
  }));
}

function timeRows(text: string, date: string | undefined): Row[] {
  const reference = date === undefined ? undefined : ({ date, basis: 'reference' } as const);
  return explainTime(text, loadCalendar(), reference).times.flatMap(time => {
    const row = (step: string, value: unknown, note: string | null = null): Row => ({
      about: 'date',
      text: time.surface,
      step,
      value: valueText(value),
      note,
    });
    const { rule, type, value, basis, granularity, mod, tense, conflict, invalid, parts, why } = time;
    return [
      row('rule', rule, 'src/time/rules'),
      row('type', type),
      row('value', value, why),
      row('basis', basis, 'how the value is known'),
      row('granularity', granularity),
      ...(mod === undefined ? [] : [row('mod', mod)]),
      ...(tense === undefined ? [] : [row('tense', tense, 'of the verb beside it; speech: a verb of saying')]),
      ...Object.entries(parts).map(([part, certainty]) =>
        row(part, certainty, 'certain: said; implied: inferred; unknown: left open'),
      ),
      ...(conflict === undefined ? [] : [row('conflict', conflict)]),
      ...(invalid === undefined ? [] : [row('invalid', true, 'no such date')]),
    ];
  });
}

export const explain: Command = {
  operands: '<text>',
  description: 'Shows the way of a word, a date or a name: forms, readings, rules, values, and why.',
  options: ['stem', 'stopWords', 'referenceDate', 'gazetteer'],
  views: [EXPLAIN],
  examples: [
    { line: "rasid explain 'والوزراء'", says: 'normal form, clitics, lemma' },
    {
      line: "rasid explain 'الأربعاء 15 أكتوبر' --reference-date 2024-05-31",
      says: 'rule, value and why it is that one',
    },
    { line: "rasid explain 'وزير الخارجية الروماني'", says: 'office, country and how it is known' },
  ],
  run: async invocation => {
    const { options, operands } = invocation;
    const [text] = operands;
    if (text.trim() === '') throw new UsageError('nothing to explain');
    const index = await loadWordIndex(options);
    const article = articleOf(text, options.referenceDate);
    const reading = new Reader(index.vocabulary).read(article);
    const find = mentionFinder(index.vocabulary, await loadGazetteerWith(options.gazetteer));
    const rows = [
      ...timeRows(text, options.referenceDate),
      ...[...find(reading)].flatMap(mention => fieldRows(mentionRow(article, mention))),
      ...wordRows(reading, index),
    ];
    const corpus = { files: 0, articles: 0, relatedArticles: 0, duplicates: 0, tokens: 0, parts: [] };
    await writeResult(makeResult(invocation, { corpus, errors: [], warnings: [] }, EXPLAIN, rows), invocation);
    return ExitCode.Complete;
  },
};
