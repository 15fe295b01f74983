/** Formats: the same rows in each, valid by the rules of each. JSON is checked against the program's own schema. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { csvRows } from '../../src/corpus/csv.ts';
import { ndjson, type Outcome, rasid as run } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
const HOSTILE = files.write(
  'hostile.ndjson',
  [
    {
      id: '=1+1',
      title: '=HYPERLINK("http://x";"y")',
      text: 'قال وزير الخارجية الفرنسي',
      source: '@SUM(A1)',
      tags: ['+1', '-2'],
    },
    {
      id: 'a|b',
      title: 'عنوان "مقتبس", وفاصلة\nوسطر | `x` <b> [y](z) *w* _v_ # ~',
      text: 'قال الناتو',
      source: '\u001b]0;x\u0007<script>',
    },
    { id: '\u202eevil', title: 'لون \u001b[31m أحمر \u009b5m \u2066 \u{e0041}', text: 'قالت مصر', source: '-5' },
  ]
    .map(record => JSON.stringify(record))
    .join('\n'),
);

const ran = new Map<string, Outcome>();

/** Several tests look at the same output: the program is run for it once. */
function rasid(args: readonly string[], options?: Parameters<typeof run>[1]): Outcome {
  const key = JSON.stringify([args, options]);
  let outcome = ran.get(key);
  if (!outcome) ran.set(key, (outcome = run(args, options)));
  return outcome;
}

const COMMANDS = ['report', 'keywords', 'entities', 'timeline', 'articles', 'statistics', 'explain'];
const INPUT: Readonly<Record<string, readonly string[]>> = { explain: ['والوزراء'] };

function argumentsOf(command: string): readonly string[] {
  return INPUT[command] ?? ['fixtures/corpus/oil-opec-meeting.txt', 'fixtures/corpus/gulf-briefs.ndjson', HOSTILE];
}

const validators = new Map<string, ValidateFunction>();

function validator(name: string): ValidateFunction {
  let validate = validators.get(name);
  if (!validate) {
    const { code, stdout } = rasid(['schema', name]);
    expect(code).toBe(0);
    validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(stdout));
    validators.set(name, validate);
  }
  return validate;
}

describe('JSON', () => {
  test.each(COMMANDS)('of %s keeps its schema, and the schema refuses what it does not know', command => {
    const { code, stdout, stderr } = rasid([command, ...argumentsOf(command), '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const result = JSON.parse(stdout);
    const validate = validator(command);
    expect(validate(result), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(validate({ ...result, more: 1 })).toBe(false);
    if (result.rows?.length) {
      expect(validate({ ...result, rows: [{ ...result.rows[0], more: 1 }] })).toBe(false);
      expect(validate({ ...result, rows: [{}] })).toBe(false);
    }
    if (command !== 'explain') expect(result.corpus.articles).toBeGreaterThan(0);
  });

  test.each(['entities', 'timeline'])('%s --mentions is NDJSON unless a table is asked for', command => {
    const mentions = (...args: readonly string[]): string =>
      rasid([command, 'fixtures/corpus', '--mentions', ...args]).stdout;
    expect(mentions()).toBe(mentions('--format', 'ndjson'));
    const table = mentions('--format', 'table').trimEnd().split('\n');
    expect(table[0]).toMatch(/^path +line +part +type /u);
    expect(table).toHaveLength(ndjson(mentions()).length + 1);
    expect(run([command, 'fixtures/corpus', '--mentions'], { env: { RASID_FORMAT: 'table' } }).stdout).toMatch(
      /^path/u,
    );
    for (const format of ['table', 'csv'])
      expect(mentions('--format', format, '--top', '3').trimEnd().split('\n')).toHaveLength(4);
    expect(mentions('--top', '3')).toBe(`${mentions().split('\n').slice(0, 3).join('\n')}\n`);
  });

  test.each(['entities', 'timeline'])('of %s --mentions keeps its schema', command => {
    const name = command === 'entities' ? 'entity-mentions' : 'time-mentions';
    const { stdout } = rasid([command, 'fixtures/corpus', '--mentions', '--json']);
    const validate = validator(name);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  test('of articles --lines keeps its schema', () => {
    const { stdout } = rasid(['articles', 'fixtures/corpus', '--lines', '--json']);
    const { schema } = JSON.parse(stdout);
    const validate = validator(schema.split('/')[0]);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  test('with errors keeps its schema', () => {
    const bad = files.write('bad.txt', Buffer.from([0x80, 0x81]));
    const { stdout } = rasid(['keywords', bad, '--json']);
    expect(validator('keywords')(JSON.parse(stdout))).toBe(true);
  });

  test('is lossless, and nothing in it can steer a terminal', () => {
    const { stdout } = rasid(['articles', HOSTILE, '--json']);
    expect(stdout).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f]|[\u{e0000}-\u{e007f}]/u,
    );
    const titles = JSON.parse(stdout).rows.map((row: { title: string }) => row.title);
    expect(titles).toContain('لون \u001b[31m أحمر \u009b5m \u2066 \u{e0041}');
  });
});

describe('NDJSON', () => {
  test.each(COMMANDS.filter(command => command !== 'report'))('of %s is the rows alone', command => {
    const rows = JSON.parse(rasid([command, ...argumentsOf(command), '--json']).stdout).rows;
    expect(ndjson(rasid([command, ...argumentsOf(command), '--format', 'ndjson']).stdout)).toEqual(rows);
  });
});

describe('CSV and TSV', () => {
  test.each(COMMANDS.filter(command => command !== 'report'))('of %s has the rows of JSON', command => {
    const args = [command, ...argumentsOf(command)];
    const rows = JSON.parse(rasid([...args, '--json']).stdout).rows;
    const { stdout } = rasid([...args, '--format', 'csv']);
    const [header, ...body] = [...csvRows(stdout)].map(({ cells }) => cells);
    expect(body).toHaveLength(rows.length);
    for (const cells of body) expect(cells).toHaveLength(header.length);
    for (const row of rows) for (const name of Object.keys(row)) expect(header).toContain(name);
    expect(
      stdout
        .replaceAll(/"(?:[^"]|"")*"/gu, '')
        .split('\n')
        .slice(0, -1)
        .every(line => line.endsWith('\r')),
    ).toBe(true);
    const tsv = rasid([...args, '--format', 'tsv'])
      .stdout.split('\n')
      .slice(0, -1);
    expect(tsv).toHaveLength(rows.length + 1);
    for (const line of tsv) expect(line.split('\t')).toHaveLength(header.length);
  });

  test('no cell is a formula, plain numbers stay numbers', () => {
    const { stdout } = rasid(['articles', HOSTILE, '--format', 'csv']);
    const cells = [...csvRows(stdout)].flatMap(row => row.cells);
    expect(cells).toContain(`'=HYPERLINK("http://x";"y")`);
    expect(cells).toContain("'=1+1");
    expect(cells).toContain("'@SUM(A1)");
    expect(cells).toContain("'+1|-2");
    expect(cells).toContain('-5');
    expect(cells.filter(cell => /^[=@\t\r]/u.test(cell))).toEqual([]);
  });

  test('no control character reaches a terminal', () => {
    for (const format of ['csv', 'tsv'])
      expect(rasid(['articles', HOSTILE, '--format', format]).stdout).not.toMatch(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f]|[\u{e0000}-\u{e007f}]/u,
      );
  });
});

describe('tables and Markdown', () => {
  test('a pipe gets a plain table: no width, no grid, nothing cut', () => {
    const narrow = rasid(['articles', 'fixtures/corpus'], { env: { COLUMNS: '20' } });
    const wide = rasid(['articles', 'fixtures/corpus'], { env: { COLUMNS: '300' } });
    expect(narrow.stdout).toBe(wide.stdout);
    expect(narrow.stdout).not.toMatch(/[\u2500-\u257f\u001b\u2026]/u);
    expect(rasid(['articles', 'fixtures/corpus', '--format', 'table']).stdout).toBe(wide.stdout);
  });

  test('control and direction characters are shown, not sent', () => {
    for (const format of ['table', 'markdown']) {
      const { stdout } = rasid(['articles', HOSTILE, '--format', format]);
      expect(stdout).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f]|[\u{e0000}-\u{e007f}]/u,
      );
      expect(stdout).toMatch(/U\+001B/u);
    }
  });

  test('Markdown cells cannot break the table or be HTML', () => {
    const { stdout } = rasid(['articles', HOSTILE, '--format', 'markdown']);
    const lines = stdout.trimEnd().split('\n');
    const bars = (line: string): number => line.replaceAll(/\\./gu, '').split('|').length;
    expect(new Set(lines.map(bars)).size).toBe(1);
    expect(stdout).not.toMatch(/<(?!U\+)/u);
    expect(stdout).toContain('\\[y\\](z)');
  });
});
