/** The commands in the order of `--help`. Only the one that is called is loaded. */
import type { CommandEntry } from '../command.ts';

const COMMANDS = {
  report: { summary: 'the whole corpus at a glance', load: async () => (await import('./report.ts')).report },
  keywords: {
    summary: 'which words: frequencies of lemmas',
    load: async () => (await import('./keywords.ts')).keywords,
  },
  entities: {
    summary: 'which countries, ministers and alliances',
    load: async () => (await import('./entities.ts')).entities,
  },
  timeline: { summary: 'what happened when', load: async () => (await import('./timeline.ts')).timeline },
  articles: {
    summary: 'what was read: articles, their parts and dates',
    load: async () => (await import('./articles.ts')).articles,
  },
  statistics: {
    summary: 'size and health of the corpus',
    load: async () => (await import('./statistics.ts')).statistics,
  },
  concordance: {
    summary: 'every occurrence of a term in context',
    alias: 'kwic',
    load: async () => (await import('./concordance.ts')).concordance,
  },
  collocates: {
    summary: 'which words stand near a term',
    load: async () => (await import('./collocates.ts')).collocates,
  },
  keyness: {
    summary: 'what distinguishes the corpus from a reference',
    load: async () => (await import('./keyness.ts')).keyness,
  },
  trend: { summary: 'a term over time', load: async () => (await import('./trend.ts')).trend },
  check: {
    summary: 'figures against demands and a baseline, for CI',
    load: async () => (await import('./check.ts')).check,
  },
  diff: { summary: 'two results row by row', load: async () => (await import('./diff.ts')).diff },
  tokens: { summary: 'every word as a record', load: async () => (await import('./tokens.ts')).tokens },
  stem: { summary: 'words on standard input → word, tab, stem', load: async () => (await import('./stem.ts')).stem },
  explain: { summary: 'the way of one word, date or name', load: async () => (await import('./explain.ts')).explain },
  completion: {
    summary: 'completion script for bash, zsh or fish',
    load: async () => (await import('./completion.ts')).completionOf(COMMAND_ENTRIES),
  },
  schema: { summary: 'JSON Schema of a result', load: async () => (await import('./schema.ts')).schema },
} as const satisfies Readonly<Record<string, CommandEntry>>;

export type CommandName = keyof typeof COMMANDS;

/** The entries by name, as a plain record. */
export const COMMAND_ENTRIES: Readonly<Record<string, CommandEntry>> = COMMANDS;
