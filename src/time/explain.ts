/** The whole way of a time expression: what each token is to the rules, which rules read it, what was said and what inferred. */
import type { Calendar } from '../lexicon/calendar.ts';
import { tokenBuffer, tokenise } from '../text/tokenise.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import type { Tense } from './expression.ts';
import type { Reference, TimeContext, TimeMention } from './mention.ts';
import { recogniseTimes, timeWordsOf } from './recognise.ts';
import { resolveTimes } from './resolve.ts';
import { RULES } from './rules/index.ts';
import { TokenView } from './view.ts';
import { whyOf } from './why.ts';

/** One token as the rules see it. */
export interface ExplainedToken {
  readonly surface: string;
  /** Kinds with their values: `weekday 4`, `month 10 egyptian`. */
  readonly classes: readonly string[];
  /** Rules that this token wakes, in order. */
  readonly wakes: readonly string[];
  /** Rules that read something here, with what they read. */
  readonly read: readonly { readonly rule: string; readonly surface: string }[];
}

/** One expression with its reasons. */
export interface ExplainedTime extends TimeMention {
  readonly surface: string;
  readonly tense?: Tense;
  /** Why it has its value, in a sentence. */
  readonly why: string;
}

export interface TimeExplanation {
  readonly tokens: readonly ExplainedToken[];
  readonly times: readonly ExplainedTime[];
}

function classesOf(view: TokenView, at: number): string[] {
  const word = view.word(at);
  if (!word) return view.number(at) >= 0 ? [`number ${view.number(at)}`] : [];
  const classes = Object.entries(word.senses).map(([kind, value]) =>
    kind === 'month'
      ? `month ${value.number} ${value.system}${value.weak ? ` (also a ${value.weak})` : ''}`
      : `${kind} ${value}`,
  );
  return word.clitics === '' ? classes : [`clitics ${word.clitics}`, ...classes];
}

function explainToken(view: TokenView, text: string, at: number): ExplainedToken {
  const { tokens, words } = view;
  const wake = words.wake(tokens.types[at]);
  const awake = RULES.filter(rule => (rule.wakes & wake) !== 0);
  const read = awake.flatMap(rule => {
    const found = rule.read(view, at);
    return found
      ? [{ rule: rule.name, surface: text.slice(tokens.starts[found.first], tokens.ends[found.last - 1]) }]
      : [];
  });
  return {
    surface: text.slice(tokens.starts[at], tokens.ends[at]),
    classes: classesOf(view, at),
    wakes: awake.map(rule => rule.name),
    read,
  };
}

/** Explains every time expression of a text as plain data. */
export function explainTime(
  text: string,
  calendar: Calendar,
  reference?: Reference,
  context: Omit<TimeContext, 'reference'> = {},
): TimeExplanation {
  const vocabulary = new Vocabulary();
  const tokens = tokenise(text, 0, text.length, vocabulary, tokenBuffer());
  const view = new TokenView(tokens, timeWordsOf(vocabulary, calendar));
  const expressions = recogniseTimes(tokens, vocabulary, calendar);
  const mentions = resolveTimes([{ tokens, expressions }], { ...context, ...(reference && { reference }) });
  return {
    tokens: Array.from({ length: tokens.count }, (_, at) => explainToken(view, text, at)),
    times: mentions.map((mention, index) => ({
      ...mention,
      surface: text.slice(mention.start, mention.end),
      ...(expressions[index].tense && { tense: expressions[index].tense }),
      why: whyOf(expressions[index], mention, reference?.date),
    })),
  };
}
