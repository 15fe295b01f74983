/** `rasid completion`: a script that lets a shell complete commands, options and values. */
import { UsageError } from '../../errors.ts';
import type { Command, CommandEntry } from '../command.ts';
import { ExitCode } from '../exit.ts';

/** The command over the list of all commands, which it is part of itself. */
export function completionOf(entries: Readonly<Record<string, CommandEntry>>): Command {
  return {
    operands: '[shell]',
    description: 'Prints a completion script for bash, zsh or fish.',
    options: [],
    views: [],
    examples: [
      { line: 'rasid completion bash | head -1', says: 'eval "$(rasid completion bash)" in ~/.bashrc turns it on' },
    ],
    run: async ({ operands: [shell], output }) => {
      const [{ SHELLS }, { describeCommands }] = await Promise.all([
        import('../manual/completion.ts'),
        import('../manual/describe.ts'),
      ]);
      const write = SHELLS.get(shell ?? '');
      if (!write) {
        const known = [...SHELLS.keys()].join(', ');
        throw new UsageError(
          shell === undefined ? `name a shell: ${known}` : `"${shell}" is no shell that is known (${known})`,
        );
      }
      await output.write(write(await describeCommands(entries)));
      return ExitCode.Complete;
    },
  };
}
