/**
 * The configuration file: JSON, never executed, beside the user's own work and never in the corpus folder. Its keys are
 * the option names; an unknown key is an error that names file and pointer.
 */
import { existsSync } from 'node:fs';
import { reasonOf } from '../corpus/file-error.ts';
import { LexiconError, UsageError } from '../errors.ts';
import { OPTIONS, type OptionDefinition, type OptionName } from './options.ts';
import { readUserText } from './user-file.ts';

const CONFIG_NAME = 'rasid.config.json';

function fileName(argv: readonly string[], environment: NodeJS.ProcessEnv): string | undefined {
  const at = argv.lastIndexOf('--config');
  if (at >= 0) return argv[at + 1];
  const joined = argv.findLast(argument => argument.startsWith('--config='));
  if (joined) return joined.slice('--config='.length);
  if (environment.RASID_CONFIG) return environment.RASID_CONFIG;
  return existsSync(CONFIG_NAME) ? CONFIG_NAME : undefined;
}

function readConfig(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readUserText(file);
  } catch (error) {
    throw new UsageError(`configuration "${file}": ${reasonOf(error)}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new LexiconError(file, '#', `no JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new LexiconError(file, '#', 'expected an object');
  return value as Record<string, unknown>;
}

/**
 * One value as its flag would have read it; a list is the flag given again and again, or its parts joined by commas.
 * Throws {@link LexiconError} naming `file` and the option.
 */
export function checkedValue(name: OptionName, value: unknown, file: string): unknown {
  const definition: OptionDefinition = OPTIONS[name];
  const fail = (message: string): never => {
    throw new LexiconError(file, `#/${name}`, message);
  };
  const takesText = definition.flags.includes('<');
  if (!takesText) return typeof value === 'boolean' ? value : fail('expected true or false');
  const texts = (Array.isArray(value) ? value : [value]).map(item =>
    typeof item === 'string' || typeof item === 'number' ? String(item) : fail('expected a text or a number'),
  );
  const { choices, parse } = definition;
  if (choices && !choices.includes(texts[0])) fail(`expected one of ${choices.join(', ')}`);
  if (!parse) return texts[0];
  try {
    // A parser that takes what was given before collects; any other reads a list of its own.
    const given = parse.length > 1 ? texts : [texts.join(',')];
    return given.reduce<unknown>((previous, text) => parse(text, previous), undefined);
  } catch (error) {
    return error instanceof UsageError ? fail(error.message) : fail(String(error));
  }
}

/**
 * Option values of the configuration file, checked; empty without one. Throws {@link UsageError} when a named file
 * cannot be read and {@link LexiconError} for a key or value that means nothing.
 */
export function loadConfig(argv: readonly string[], environment: NodeJS.ProcessEnv): ReadonlyMap<OptionName, unknown> {
  const file = fileName(argv, environment);
  const values = new Map<OptionName, unknown>();
  if (file === undefined) return values;
  for (const [name, value] of Object.entries(readConfig(file))) {
    if (name === '$schema') continue;
    if (!Object.hasOwn(OPTIONS, name)) throw new LexiconError(file, `#/${name}`, 'unknown key');
    values.set(name as OptionName, checkedValue(name as OptionName, value, file));
  }
  return values;
}
