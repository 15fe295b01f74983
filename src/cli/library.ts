/**
 * What stands behind the package's entry: the commands themselves, run with their results kept in memory, and nothing
 * written to standard output or error.
 */
import type { Article, Part } from '../article/article.ts';
import { wordCount } from '../article/reading.ts';
import { UsageError } from '../errors.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import type { Command } from './command.ts';
import { COMMAND_ENTRIES } from './commands/index.ts';
import { checkedValue } from './config.ts';
import { OPTIONS, type OptionDefinition, type OptionName, type Options } from './options.ts';
import type { Output } from './output.ts';
import { type Run, readCorpus } from './run.ts';

const ORIGIN = 'options';

class Memory implements Output {
  readonly terminal = false;
  text = '';
  async write(chunk: string | Uint8Array): Promise<void> {
    this.text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
  }
  async close(): Promise<void> {}
  abandon(): void {}
}

function defaultOf(name: OptionName, command: Command | undefined): unknown {
  const { parse, fallback }: OptionDefinition = OPTIONS[name];
  const value = command?.defaults?.[name] ?? fallback;
  return typeof value === 'string' && parse ? parse(value, undefined) : value;
}

/** Options as a command reads them, from plain values by name. Throws {@link UsageError} for one it does not have. */
function resolve(values: Readonly<Record<string, unknown>>, command?: Command): Options {
  const options: Record<string, unknown> = { silent: true };
  for (const name of Object.keys(OPTIONS) as OptionName[]) options[name] = defaultOf(name, command);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(OPTIONS, name)) throw new UsageError(`${ORIGIN}: unknown option "${name}"`);
    options[name] = checkedValue(name as OptionName, value, ORIGIN);
  }
  return { ...options, format: 'json', json: true } as unknown as Options;
}

/** Runs a command and gives its result as data: what `rasid COMMAND --json` prints. */
export async function runCommand(
  name: string,
  operands: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const command = await COMMAND_ENTRIES[name].load();
  const unknown = Object.keys(values).find(
    option => !command.options.includes(option as OptionName) && option !== 'top' && option !== 'labels',
  );
  if (unknown) throw new UsageError(`${ORIGIN}: ${name} has no option "${unknown}"`);
  const output = new Memory();
  await command.run({ command: name, operands, options: resolve(values, command), output });
  return JSON.parse(output.text);
}

function partOf({ part, line, start, end, text, repeated }: Part) {
  return { part, line, start, end, text: text.slice(start, end).trimEnd(), ...(repeated ? { repeated } : {}) };
}

function textOf({ parts }: Article, name: string): string {
  return parts
    .filter(({ part, repeated }) => part === name && !repeated)
    .map(({ text, start, end }) => text.slice(start, end).trim())
    .join('\n');
}

/** The articles of a corpus with their text, in path order, and what was not read. */
export async function collectArticles(
  paths: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Promise<Run & { articles: unknown[] }> {
  const articles: unknown[] = [];
  const run = await readCorpus(paths, resolve(values), {
    vocabulary: new Vocabulary(),
    visit: ({ reading }) => {
      const { article } = reading;
      const { id, path, line, kind, title, published, source, author, tags, language, parts, document } = article;
      articles.push({
        id,
        path,
        line,
        kind,
        title: title ?? null,
        text: textOf(article, 'body'),
        published: published?.date ?? null,
        publishedBasis: published?.basis ?? 'none',
        source: source ?? null,
        author: author ?? null,
        tags,
        language,
        encoding: document.encoding,
        words: wordCount(reading),
        parts: parts.map(partOf),
      });
    },
  });
  return { ...run, articles };
}
