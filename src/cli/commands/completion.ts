/** `rasid completion`: a script that lets a shell complete commands, options and values. */
import { UsageError } from '../../errors.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit.ts';

export const completion: Command = {
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
    if (!write) throw new UsageError(`"${shell ?? ''}" is no shell that is known (${[...SHELLS.keys()].join(', ')})`);
    await output.write(write(await describeCommands()));
    return ExitCode.Complete;
  },
};
