/** `rasid schema`: the JSON Schema of a command's result. */

import { UsageError } from '../../errors.ts';
import { toJson } from '../../report/json.ts';
import { resultSchema } from '../../report/result.ts';
import { REPORT_SECTIONS, VIEWS } from '../../report/views/index.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit.ts';

export const schema: Command = {
  operands: '[command]',
  description: 'Prints the JSON Schema (draft 2020-12) of the result of a command. Unknown fields are refused by it.',
  options: [],
  views: [],
  examples: [{ line: 'rasid schema keywords', says: 'what rasid keywords --json gives' }],
  run: async ({ operands: [name], output }) => {
    const view = VIEWS.find(({ command }) => command === name);
    if (!view) {
      const known = VIEWS.map(({ command }) => command).join(', ');
      throw new UsageError(name === undefined ? `name a result: ${known}` : `"${name}" has no schema (${known})`);
    }
    await output.write(`${toJson(resultSchema(view, name === 'report' ? REPORT_SECTIONS : undefined), 2)}\n`);
    return ExitCode.Complete;
  },
};
