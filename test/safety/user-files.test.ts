/** Files that a run is told by or writes: endless devices, folders, other encodings, polluted keys, and results over inputs. */
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { PROGRAM, rasid, shell } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
const INPUT = files.write('corpus/a.txt', page(1));
const CORPUS = files.path('corpus');
const NAMED = ['--config', '--checks', '--gazetteer', '--baseline'];

function pipe(name: string): string {
  execFileSync('mkfifo', [files.path(name)]);
  return files.path(name);
}

function check(...args: readonly string[]): { code: number | null; stdout: string; stderr: string } {
  return rasid(['check', CORPUS, '--assert', 'articles>=1', ...args], { cwd: files.folder, timeout: 20_000 });
}

describe('files the run is told by', () => {
  test.each(NAMED)('%s: an endless device, a folder, no JSON, polluted keys', option => {
    const polluted = files.write('polluted.json', '{"__proto__": {"quiet": true}, "constructor": 1}');
    const latin = files.write('latin.json', Buffer.from('{"\xe9": 1}', 'latin1'));
    for (const file of ['/dev/zero', '/dev/null', files.folder, polluted, latin]) {
      const { code, stdout, stderr } = check(option, file);
      expect({ file, code, stdout }).toEqual({ file, code: 2, stdout: '' });
      expect(stderr).toMatch(/^rasid: error: [^\n]+\n$/u);
    }
  });

  test('a pipe without a writer is refused, not waited for', () => {
    const fifo = pipe('nobody');
    for (const [command, ...args] of [
      ['check', CORPUS, '--config', fifo],
      ['check', CORPUS, '--checks', fifo],
      ['check', CORPUS, '--baseline', fifo],
      ['entities', CORPUS, '--gazetteer', fifo],
      ['keywords', CORPUS, '--stop-words', fifo],
      ['keywords', '--files-from', fifo],
      ['diff', fifo, fifo],
    ]) {
      const { code, stdout, stderr } = rasid([command, ...args], { cwd: files.folder, timeout: 10_000 });
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
      expect(stderr).toMatch(/^rasid: error: [^\n]*cannot be read \(nobody writes to it\)\n$/u);
    }
  });

  test('a pipe with a writer is read to its end, however late that comes, and read once for all who ask', () => {
    const fifo = pipe('slow');
    const late = `(sleep 0.4; (printf '{'; sleep 0.4; printf '"top": 1}') > '${fifo}') &`;
    expect(
      shell(`${late} rasid keywords '${CORPUS}' --config '${fifo}' --format ndjson`).stdout.split('\n'),
    ).toHaveLength(2);
    const entry = '{"type": "company", "id": "acme", "names": ["شركة النفط"]}';
    const gazetteer = files.write('own.gazetteer.json', `{"schema": "gazetteer/1", "entries": [${entry}]}`);
    const asks =
      "--assert 'entity.company.acme.articles>=0' --assert 'entity.country.EG.articles>=0' --baseline b --update";
    const check = `rasid check '${CORPUS}' ${asks} --gazetteer`;
    const [plain, piped] = [`'${gazetteer}'`, `<(cat '${gazetteer}')`].map(file =>
      shell(`${check} ${file} > /dev/null && cat b`, { cwd: files.folder }),
    );
    expect(piped).toEqual(plain);
    expect(plain.code).toBe(0);
    expect(shell(`rasid keywords '${CORPUS}' --stop-words <(true)`).code).toBe(0);
  });

  test('names longer than any name, dates that are none, messages longer than a screen', () => {
    for (const [entry, message] of [
      [{ names: ['ا'.repeat(8_000_000)] }, '#/entries/0/names/0: expected at most 1000 characters'],
      [{ names: ['كلمة '.repeat(1_000_000)] }, '#/entries/0/names/0: expected at most 1000 characters'],
      [
        { type: 'minister', names: ['فلان'], terms: [{ office: 'foreign', country: 'EG', from: '2024-13' }] },
        '#/entries/0/terms/0/from: expected YYYY',
      ],
    ] as const) {
      const content = { schema: 'gazetteer/1', entries: [{ type: 'company', id: 'a', ...entry }] };
      const gazetteer = files.write('odd.gazetteer.json', JSON.stringify(content));
      const { code, stderr } = rasid(['entities', CORPUS, '--gazetteer', gazetteer]);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
    }
    const config = files.write('long.json', `{"${'x'.repeat(1_000_000)}": 1}`);
    const { code, stderr } = rasid(['keywords', CORPUS, '--config', config]);
    expect(code).toBe(2);
    expect(stderr.length).toBeLessThan(5100);
    const list = files.write('long.list', `${'x'.repeat(1_000_000)}\n`);
    const named = rasid(['keywords', '--files-from', list, '--json']);
    expect(named.stderr.length).toBeLessThan(5200);
    expect(JSON.parse(named.stdout).errors[0].file).toHaveLength(1_000_000);
  });

  test('a list with names ended by NUL asks for -0', () => {
    const list = files.write('nul.list', `${INPUT}\0${INPUT}\0`);
    const { code, stderr } = rasid(['keywords', '--files-from', list]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('(-0 reads names that end with it)') });
    expect(rasid(['keywords', '--files-from', list, '-0']).code).toBe(0);
  });

  test('empty lists and numbers of the environment are no silent answers', () => {
    for (const name of ['RASID_TOP', 'RASID_PARTS', 'RASID_LANGUAGES', 'RASID_MIN_WORDS', 'RASID_FORMAT'])
      expect([name, rasid(['keywords', CORPUS], { env: { [name]: '' } }).code]).toEqual([name, 2]);
    expect(rasid(['keywords', CORPUS, '--top', '1e3']).code).toBe(2);
  });

  test('a byte order mark is no part of the JSON', () => {
    const checks = files.write('marked.json', '\ufeff{"assert": {"articles": ">=1"}}');
    expect(check('--checks', checks)).toMatchObject({ code: 0, stderr: '' });
  });

  test('stop words in another encoding are refused, not garbled', () => {
    const words = files.write('words.txt', Buffer.from([0xe6, 0xd2, 0xed, 0xd1, 0x0a]));
    const { code, stderr } = rasid(['keywords', CORPUS, '--stop-words', words]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `rasid: error: --stop-words "${words}": cannot be read (not UTF-8)\n`,
    });
  });

  test('the path of a baseline in the demands may be absolute', () => {
    const baseline = files.path('absolute.json');
    const checks = files.write('here/checks.json', JSON.stringify({ baseline: { file: baseline } }));
    expect(check('--checks', checks, '--update').code).toBe(0);
    expect(JSON.parse(readFileSync(baseline, 'utf8')).schema).toBe('baseline/1');
  });
});

describe('files the run writes', () => {
  const before = readFileSync(INPUT, 'utf8');
  test.each([
    ['a report', ['--reporter', `junit:${INPUT}`]],
    ['a new baseline', ['--baseline', INPUT, '--update']],
    ['an output', ['--output', INPUT]],
  ])('%s never takes the place of an input', (_, args) => {
    expect(check(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining('would overwrite an input') });
    expect(readFileSync(INPUT, 'utf8')).toBe(before);
  });

  test('two results never take the same place, and none that of the demands', () => {
    const own = files.write('own.json', '{"assert": {"articles": ">=1"}}');
    for (const args of [
      ['--reporter', 'table:x.md,json:x.md'],
      ['--reporter', 'junit:b.json', '--baseline', 'b.json', '--update'],
      ['--output', 'x.xml', '--reporter', 'table,junit:./x.xml'],
    ])
      expect(check(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining('would be written twice') });
    expect(check('--checks', own, '--reporter', `json:${own}`).code).toBe(2);
    expect(readFileSync(own, 'utf8')).toContain('assert');
  });

  test('a baseline never takes the place of a pipe', () => {
    const fifo = pipe('baseline');
    const line = `timeout 20 cat '${fifo}' & rasid check '${CORPUS}' --baseline '${fifo}' --update > /dev/null; wait`;
    expect(JSON.parse(shell(line).stdout).schema).toBe('baseline/1');
    expect(lstatSync(fifo).isFIFO()).toBe(true);
  });

  test('a folder of another user, a file in its place, and one that is gone when the work is done are output errors', () => {
    mkdirSync(files.path('shut'));
    chmodSync(files.path('shut'), 0);
    chmodSync(files.folder, 0o755);
    const own = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --clear-groups ' : '';
    const run = (rest: string): string => `${own}'${process.execPath}' '${PROGRAM}' keywords '${CORPUS}' ${rest}`;
    for (const path of [files.path('shut/x'), `${INPUT}/x`, files.path('no/x')])
      expect(shell(run(`-o '${path}'`))).toMatchObject({
        code: 4,
        stdout: '',
        stderr: expect.stringMatching(/^rasid: error: [^\n]*cannot be written \(\w+\)\n$/u),
      });
    const gone = files.path('gone');
    const line = `mkdir '${gone}'; (sleep 1; rmdir '${gone}'; echo '{"text": "وزير"}') | rasid keywords - -o '${gone}/x'`;
    expect(shell(line)).toMatchObject({ code: 4, stderr: expect.stringContaining('cannot be written (ENOENT)') });
  });

  test('a report to a device twice is no conflict', () => {
    writeFileSync(files.path('corpus/b.txt'), page(2));
    expect(check('--reporter', 'junit:/dev/null,json:/dev/null')).toMatchObject({ code: 0, stderr: '' });
  });
});
