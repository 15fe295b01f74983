/** A command run in this process, its output in memory: for property tests, where a child per example is too slow. */
import type { Command } from '../../src/cli/command.ts';
import { COMMAND_ENTRIES } from '../../src/cli/commands/index.ts';
import type { OptionDefinition, OptionName, Options } from '../../src/cli/options.ts';
import { OPTIONS, OUTPUT_OPTIONS } from '../../src/cli/options.ts';
import type { Output } from '../../src/cli/output.ts';

class Memory implements Output {
  readonly terminal = false;
  text = '';

  async write(chunk: string | Uint8Array): Promise<void> {
    this.text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
  }

  async close(): Promise<void> {}

  abandon(): void {}
}

function defaults(command: Command): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of new Set<OptionName>([...command.options, ...OUTPUT_OPTIONS])) {
    const { fallback, parse } = OPTIONS[name] as OptionDefinition;
    const own = command.defaults?.[name] ?? fallback;
    if (own !== undefined) values[name] = typeof own === 'string' && parse ? parse(own, undefined) : own;
  }
  return values;
}

/** Runs a command with its defaults and the given options; gives exit code and text. Throws what the command throws. */
export async function runInProcess(
  name: string,
  operands: readonly string[],
  options: Partial<Options> = {},
): Promise<{ code: number; text: string }> {
  const command = await COMMAND_ENTRIES[name].load();
  const output = new Memory();
  const resolved = { ...defaults(command), ...options } as Options;
  const code = await command.run({ command: name, operands, options: resolved, output });
  return { code, text: output.text };
}
