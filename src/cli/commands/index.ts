/** The commands in the order of `--help`. Only the one that is called is loaded. */
import type { Command } from '../command.ts';

interface Entry {
  readonly summary: string;
  readonly alias?: string;
  readonly load: () => Promise<Command>;
}

export const COMMANDS = {
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
  stem: { summary: 'words on standard input → word, tab, stem', load: async () => (await import('./stem.ts')).stem },
  explain: { summary: 'the way of one word, date or name', load: async () => (await import('./explain.ts')).explain },
  schema: { summary: 'JSON Schema of a result', load: async () => (await import('./schema.ts')).schema },
} as const satisfies Readonly<Record<string, Entry>>;

export type CommandName = keyof typeof COMMANDS;

/** The entries by name, as a plain record. */
export const COMMAND_ENTRIES: Readonly<Record<string, Entry>> = COMMANDS;
