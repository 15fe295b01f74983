/** Results on stdout, everything else on stderr, and readers that leave early. */
import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { PROGRAM, rasid, shell } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
files.write('corpus/a.txt', page(1));
files.write('corpus/b.txt', page(2));
files.write('bad.txt', Buffer.from('abc\x80\x81\xffdef', 'latin1'));
const CORPUS = files.path('corpus');

const COMMANDS = [
  ['report', CORPUS],
  ['keywords', CORPUS],
  ['entities', CORPUS],
  ['entities', CORPUS, '--mentions', '--format', 'ndjson'],
  ['timeline', CORPUS],
  ['timeline', CORPUS, '--mentions', '--format', 'ndjson'],
  ['articles', CORPUS],
  ['articles', CORPUS, '--lines'],
  ['statistics', CORPUS],
  ['explain', 'والوزراء'],
  ['schema', 'keywords'],
];

describe('a clean run', () => {
  test.each(COMMANDS)('%s %s %s %s %s leaves stderr empty', (...args) => {
    const { code, stdout, stderr } = rasid(args.filter(argument => argument !== undefined));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toBe('');
  });

  test('has no colour and no progress in a pipe', () => {
    const { stdout } = rasid(['report', CORPUS]);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\r');
  });
});

describe('readers', () => {
  test('| head -1 is quiet and ends with 0', () => {
    for (const command of ['keywords --top 0', 'report', 'articles --json', 'entities --mentions --format ndjson']) {
      const { code, stderr } = shell(`rasid ${command} fixtures/corpus | head -1 > /dev/null`);
      expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
    }
  });

  test('a reader that closes at once is quiet too, for help and for the filter', () => {
    const { code, stderr } = shell(
      'rasid keywords --help | true; a=$PIPESTATUS; yes وزير | head -200000 | rasid stem | head -1 > /dev/null; exit $a',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('a slow reader gets every byte', async () => {
    const whole = rasid(['articles', 'fixtures/corpus', '--json']).stdout;
    const child = spawn(process.execPath, [PROGRAM, 'articles', 'fixtures/corpus', '--json']);
    let slow = '';
    child.stdout.setEncoding('utf8');
    for await (const piece of child.stdout) {
      slow += piece;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    expect(slow.length).toBeGreaterThan(65_536);
    expect(slow).toBe(whole);
  });

  test('a closed stdout or stderr is no crash', () => {
    expect(shell(`rasid keywords '${CORPUS}' >&-`)).toMatchObject({ stderr: '' });
    expect(shell(`rasid keywords '${files.path('bad.txt')}' 2>&-`).code).toBe(3);
    expect(shell(`rasid keywords --help >&-`).stderr).toBe('');
  });

  test('a full disk behind stdout is an output error in one line', () => {
    const { code, stderr } = shell(`rasid keywords '${CORPUS}' > /dev/full`);
    expect({ code, stderr }).toEqual({ code: 4, stderr: 'rasid: error: standard output: ENOSPC\n' });
    expect(shell('rasid keywords --help > /dev/full').code).toBe(4);
  });

  test('a full disk behind stderr does not change the code', () => {
    expect(shell(`rasid keywords '${files.path('bad.txt')}' 2> /dev/full`).code).toBe(3);
  });
});

describe('stem as a filter', () => {
  test('gives a line per line, the first column byte for byte', () => {
    const input = Buffer.concat([
      Buffer.from('والوزراء\n\nوزير خارجية\r\nabc 12\n...\n'),
      Buffer.from([0xff, 0x41, 0x0a]),
      Buffer.from('للوزير'),
    ]);
    const { code, stdout, stderr } = rasid(['stem'], { input, encoding: 'latin1' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const given = input.toString('latin1').split('\n');
    const lines = stdout.split('\n');
    expect(lines).toHaveLength(given.length + 1); // an ending line feed
    for (const [index, line] of given.entries())
      expect(lines[index].split('\t')[0].replace(/\r$/u, '')).toBe(line.replace(/\r$/u, ''));
    expect(lines[1]).toBe('');
  });
});
