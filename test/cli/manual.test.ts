/** The manual says what the program does: generated files are up to date, every example runs, completions complete. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_ENTRIES } from '../../src/cli/commands/index.ts';
import { SHELLS } from '../../src/cli/manual/completion.ts';
import { describeCommands } from '../../src/cli/manual/describe.ts';
import { manualFiles } from '../../src/cli/manual/files.ts';
import { example, ROOT, rasid } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const commands = await describeCommands(COMMAND_ENTRIES);
const files = await manualFiles(version);
const scripts = scratch();

describe('generated documentation', () => {
  it.each([...files])('%s is up to date (else: node scripts/reference.mjs)', (path, text) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
  });
  it('has no page of a command that is gone', () => {
    const pages = readdirSync(join(ROOT, 'docs/reference')).map(name => `docs/reference/${name}`);
    expect(pages.filter(page => !files.has(page))).toEqual([]);
  });
  it('the manual page is clean roff', () => {
    const groff = spawnSync('groff', ['-Kutf8', '-man', '-Tutf8', '-ww', '-z', join(ROOT, 'man/rasid.1')]);
    if (groff.error) return;
    expect(String(groff.stderr)).toBe('');
  });
});

describe('commands', () => {
  it.each(commands.map(({ name }) => name))('%s has help with its columns and examples', name => {
    const { code, stdout } = rasid([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Examples:');
  });
  it.each(commands.flatMap(({ examples }) => examples.map(({ line }) => line)))('%s', line => {
    const { code, stdout, stderr } = example(line);
    expect({ code, stderr: stderr.replaceAll(/^rasid: warning: .*\n/gmu, '') }).toEqual({ code: 0, stderr: '' });
    expect(stdout.length).toBeGreaterThan(0);
  });
});

describe('completion', () => {
  const complete = (...words: string[]): string[] => {
    const script = `${SHELLS.get('bash')!(commands)}
COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _rasid; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return String(spawnSync('bash', ['-c', script], { cwd: ROOT }).stdout)
      .trim()
      .split('\n');
  };
  it.each([
    [
      ['rasid', 'key'],
      ['keywords', 'keyness'],
    ],
    [['rasid', 'kw'], ['kwic']],
    [
      ['rasid', 'keywords', '--by', ''],
      ['lemma', 'surface', 'pos'],
    ],
    [
      ['rasid', 'collocates', '--by', ''],
      ['lemma', 'surface'],
    ],
    [['rasid', 'kwic', '--sort', 'r'], ['right']],
    [['rasid', 'keywords', '--disp'], ['--dispersion']],
    [['rasid', 'completion', 'z'], ['zsh']],
    [
      ['rasid', 'schema', 'entity-m'],
      ['entity-mentions', 'entity-matrix'],
    ],
    [['rasid', 'keywords', 'fixtures/corp'], ['fixtures/corpus']],
  ])('of %j in bash is %j', (words, expected) => {
    expect(complete(...words)).toEqual(expected);
  });
  it.each([...SHELLS.keys()])('for %s names every command and option', name => {
    const script = rasid(['completion', name]).stdout;
    for (const { name: command, groups } of commands) {
      expect(script).toContain(command);
      for (const { options } of groups) {
        for (const { long } of options) expect(script).toContain(name === 'fish' ? `-l ${long.slice(2)}` : long);
      }
    }
  });
  it.each(['zsh', 'fish'])('for %s is syntactically right where that shell is installed', name => {
    const { error, status, stderr } = spawnSync(name, ['-n', scripts.write(name, SHELLS.get(name)!(commands))]);
    if (error) return;
    expect([status, String(stderr)]).toEqual([0, '']);
  });
  it('refuses a shell that it does not know', () => {
    expect(rasid(['completion', 'csh']).code).toBe(2);
  });
});
