/** Ways to name inputs: patterns, lists, bytes that are no UTF-8, links. Nothing is dropped silently, no order matters. */
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { type Outcome, PROGRAM, rasid, shell } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
const AS_ANOTHER = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --clear-groups ' : '';

interface Read {
  readonly code: number | null;
  readonly paths: string[];
  readonly errors: (readonly [string, string])[];
}

function read({ code, stdout, stderr }: Outcome): Read {
  expect(stderr).not.toMatch(/\n {4}at /u);
  const { rows, errors } = JSON.parse(stdout);
  return {
    code,
    paths: rows.map((row: { path: string }) => row.path),
    errors: errors.map(({ file, code: why }: { file: string; code: string }) => [file, why]),
  };
}

function articles(folder: string, ...args: readonly string[]): Read {
  return read(rasid(['articles', ...args, '--json', '--keep-duplicates'], { cwd: folder }));
}

/** A name of bytes: `é` in Latin-1. */
function latin(folder: string, before: string, byte = 0xe9, after = '.txt'): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/${before}`), Buffer.from([byte]), Buffer.from(after)]);
}

function folder(name: string): string {
  mkdirSync(files.path(name), { recursive: true });
  return files.path(name);
}

describe('patterns', () => {
  test('a folder of another user is named, the rest is matched', () => {
    const at = folder('closed');
    for (const [turn, name] of ['open', 'shut'].entries()) files.write(`closed/in/${name}/a.txt`, page(turn));
    chmodSync(files.folder, 0o755);
    chmodSync(join(at, 'in/shut'), 0);
    const line = (pattern: string): string =>
      `${AS_ANOTHER}'${process.execPath}' '${PROGRAM}' articles '${pattern}' --json`;
    const outcomes = ['in/**/*.txt', `${at}/in/**/*.txt`, 'in/shut/*.txt'].map(pattern =>
      read(shell(line(pattern), { cwd: at })),
    );
    chmodSync(join(at, 'in/shut'), 0o755);
    expect(outcomes).toEqual([
      { code: 3, paths: ['in/open/a.txt'], errors: [['in/shut', 'EACCES']] },
      { code: 3, paths: [`${at}/in/open/a.txt`], errors: [[`${at}/in/shut`, 'EACCES']] },
      { code: 3, paths: [], errors: [['in/shut/*.txt', 'EACCES']] },
    ]);
  });

  test('names that are no UTF-8 match, in folders of such names too', () => {
    const at = folder('latin');
    writeFileSync(latin(at, 'a'), page(1));
    writeFileSync(latin(at, 'a', 0xe8), page(2));
    mkdirSync(latin(at, 'b', 0xe9, ''));
    writeFileSync(Buffer.concat([latin(at, 'b', 0xe9, ''), Buffer.from('/c.txt')]), page(3));
    const paths = ['a\\xE8.txt', 'a\\xE9.txt', 'b\\xE9/c.txt'];
    expect(articles(at, '**/*.txt')).toEqual({ code: 0, paths, errors: [] });
    expect(articles(at, '.')).toEqual({ code: 0, paths, errors: [] });
  });

  test('circles of links end; links to links to links are bounded and named', () => {
    const at = folder('circle');
    files.write('circle/a/b/x.txt', page(1));
    symlinkSync('..', join(at, 'a/b/up'));
    symlinkSync('nothing', join(at, 'a/gone'));
    expect(articles(at, '**/*.txt', '--follow')).toEqual({
      code: 3,
      paths: ['a/b/x.txt'],
      errors: [['a/gone', 'ENOENT']],
    });
    expect(articles(at, '**/*.txt')).toEqual({ code: 0, paths: ['a/b/x.txt'], errors: [] });
    const many = folder('many-ways');
    for (let level = 0; level < 6; level++) {
      mkdirSync(join(many, `d${level}`));
      for (let way = 0; way < 10; way++) symlinkSync(`../d${level + 1}`, join(many, `d${level}/w${way}`));
    }
    files.write('many-ways/d6/x.txt', page(2));
    const { code, errors } = articles(many, 'd0/**/*.txt', '--follow');
    expect({ code, reasons: new Set(errors.map(([, why]) => why)) }).toEqual({ code: 3, reasons: new Set(['ELOOP']) });
  });

  test('a pattern that matches nothing is a usage error', () => {
    expect(rasid(['articles', 'no-such-folder/*.txt']).code).toBe(2);
  });
});

describe('links', () => {
  test('a folder of several names is read once, by the same name whatever the order on disk', () => {
    const links = ['z', 'm', 'a', 'k', 'b', 'y'];
    const orders = [links, [...links].reverse()];
    const results = orders.map((names, index) => {
      files.write(`away-${index}/sub/x.txt`, page(1));
      const at = folder(`links-${index}`);
      for (const name of names) symlinkSync(`../away-${index}${name > 'f' ? '/sub' : ''}`, join(at, name));
      return articles(at, '.', '--follow');
    });
    expect(results[0]).toEqual({ code: 0, paths: ['a/sub/x.txt'], errors: [] });
    expect(results[1]).toEqual(results[0]);
  });

  test('a name without a link comes first, whatever the order of the arguments', () => {
    const at = folder('plain');
    files.write('plain/real/x.txt', page(1));
    mkdirSync(join(at, 'a'));
    symlinkSync('../real', join(at, 'a/link'));
    for (const operands of [['.'], ['a', 'real'], ['real', 'a']])
      expect(articles(at, ...operands, '--follow')).toEqual({ code: 0, paths: ['real/x.txt'], errors: [] });
  });
});

describe('bytes that are no UTF-8', () => {
  test('in --files-from: the file is read, a missing one named', () => {
    const at = folder('listed');
    writeFileSync(latin(at, 'x'), page(1));
    writeFileSync(join(at, 'list'), Buffer.concat([latin('.', 'x'), Buffer.from('\n'), latin('.', 'gone')]));
    expect(articles(at, '--files-from', 'list')).toEqual({
      code: 3,
      paths: ['x\\xE9.txt'],
      errors: [['gone\\xE9.txt', 'ENOENT']],
    });
  });

  test('in arguments that a shell has made of a pattern', () => {
    const at = folder('given');
    writeFileSync(latin(at, 'x'), page(1));
    writeFileSync(latin(at, 'x', 0xe8), page(2));
    const outcome = read(shell('rasid articles *.txt --json', { cwd: at }));
    expect(outcome).toEqual({ code: 0, paths: ['x\\xE8.txt', 'x\\xE9.txt'], errors: [] });
  });
});

test('a baseline is not written from a part of the corpus, unless that is allowed', () => {
  const at = folder('partial');
  files.write('partial/in/a.txt', page(1));
  files.write('partial/in/b.txt', Buffer.from([0x80]));
  const update = (...args: readonly string[]): Outcome =>
    rasid(['check', 'in', '--baseline', 'b.json', '--update', '--json', ...args], { cwd: at });
  const { code, stdout, stderr } = update();
  expect({ code, made: existsSync(join(at, 'b.json')) }).toEqual({ code: 3, made: false });
  expect(stderr).toContain('"b.json" not written: inputs were not read');
  expect(new Set(JSON.parse(stdout).rows.map((row: { wanted: string }) => row.wanted))).toEqual(
    new Set(['not written']),
  );
  expect(update('--allow-partial').code).toBe(0);
  expect(existsSync(join(at, 'b.json'))).toBe(true);
});
