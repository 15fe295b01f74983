/** `--help`: every command, every option, every field of every row. */
import { describe, expect, test } from 'vitest';
import { COMMAND_ENTRIES } from '../../src/cli/commands/index.ts';
import { OPTIONS, type OptionName, OUTPUT_OPTIONS } from '../../src/cli/options.ts';
import { rasid } from '../support/program.ts';

const NAMES = Object.keys(COMMAND_ENTRIES);

describe('help', () => {
  test('of the program names every command', () => {
    const { stdout } = rasid(['--help']);
    for (const [name, { summary }] of Object.entries(COMMAND_ENTRIES)) {
      expect(stdout).toContain(`  ${name}`);
      expect(stdout.replace(/\s+/gu, ' ')).toContain(summary);
    }
  });

  test.each(NAMES)('of %s explains every option and every field', async name => {
    const command = await COMMAND_ENTRIES[name].load();
    const { code, stdout, stderr } = rasid([name, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const option of new Set<OptionName>([...command.options, ...OUTPUT_OPTIONS])) {
      expect(stdout).toContain(OPTIONS[option].flags.split(' ')[0].replace(/,$/u, ''));
    }
    const plain = stdout.replace(/\s+/gu, ' ');
    for (const view of command.views) {
      for (const field of view.fields) {
        expect(field.help.length, `${view.command}.${field.name}`).toBeGreaterThan(3);
        expect(plain).toContain(`${field.name} ${field.help}`.replace(/\s+/gu, ' '));
      }
    }
    for (const { line } of command.examples) expect(stdout).toContain(line);
    expect(stdout).not.toContain('[object');
    expect(stdout).not.toContain('default: {}');
  });

  test('of an alias is that of its command', () => {
    for (const [name, { alias }] of Object.entries(COMMAND_ENTRIES)) {
      if (alias) expect(rasid([alias, '--help']).stdout).toBe(rasid([name, '--help']).stdout);
    }
  });
});
