/** The workflow and the hook of docs/ci.md, run as CI and git would run them. */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { type Outcome, PROGRAM, ROOT, shell } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
const DOCUMENT = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');

/** The code blocks of a language. */
function blocks(language: string): string[] {
  return [...DOCUMENT.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gmu'))].map(([, code]) => code);
}

/** The one-line `run:` steps of the workflow. */
function steps(workflow: string): string[] {
  return [...workflow.matchAll(/^ +run: (.+)$/gmu)].map(([, line]) => line);
}

// `rasid` as a command of its own: hooks and steps are other processes.
files.write('bin/rasid', `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
chmodSync(files.path('bin/rasid'), 0o755);
const ENVIRONMENT = { PATH: `${files.path('bin')}:${process.env.PATH}`, GIT_CONFIG_GLOBAL: '/dev/null' };

function run(line: string, cwd: string, env: Record<string, string> = {}): Outcome {
  return shell(`unset -f rasid; ${line}`, { cwd, env: { ...ENVIRONMENT, ...env } });
}

describe('the workflow', () => {
  const folder = files.path('repository');
  mkdirSync(folder);
  cpSync(join(ROOT, 'fixtures/corpus'), join(folder, 'corpus'), { recursive: true });
  writeFileSync(join(folder, 'rasid.check.json'), blocks('json')[0]);
  const [install, check] = steps(blocks('yaml')[0]);

  test('has an install step of the package and a check step', () => {
    expect(install).toMatch(/^npm install --global \.\/tools\/rasid-\*\.tgz$/u);
    expect(check).toMatch(/^rasid check /u);
  });

  test('fails without a baseline, is renewed as the document says, then passes', () => {
    expect(run(check, folder)).toMatchObject({ code: 2, stdout: '' });
    const [renew] = blocks('sh');
    expect(run(renew, folder)).toMatchObject({ code: 0, stderr: '' });
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
    expect(run(check, folder, env)).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(folder, 'rasid-junit.xml'), 'utf8')).toContain('failures="0"');
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('0 failed, 0 warnings');
  });

  test('fails when the corpus has changed, and annotates', () => {
    for (const turn of [1, 2, 3]) writeFileSync(join(folder, `corpus/new-${turn}.txt`), page(turn).repeat(20));
    const { code, stdout, stderr } = run(check, folder, { GITHUB_ACTIONS: 'true' });
    expect(code).toBe(1);
    expect(stdout).toContain('fail articles: wanted as in the baseline');
    expect(stderr).toMatch(/^::error file=corpus\//mu);
  });
});

describe('menus in place of articles', () => {
  test('fail the first demand of the document, said in one line above three of the pages', () => {
    const folder = files.path('menus');
    mkdirSync(join(folder, 'corpus'), { recursive: true });
    const menu = ['الرئيسية', 'أخبار', 'سياسة', 'اقتصاد', 'رياضة', 'من نحن', 'اتصل بنا', 'جميع الحقوق محفوظة'];
    for (let turn = 0; turn < 12; turn++)
      writeFileSync(join(folder, `corpus/${turn}.txt`), `${menu.join('\n')}\nخبر ${turn}\n`);
    const { assert } = JSON.parse(blocks('json')[0]);
    writeFileSync(join(folder, 'rasid.check.json'), JSON.stringify({ assert }));
    const { code, stdout } = run('rasid check corpus', folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /\nfail words\.per\.article\.median: wanted >=40, got \d\n {2}corpus\/0\.txt:1[^\n]*\n {2}corpus\/1\.txt:1[^\n]*\n {2}corpus\/10\.txt:1/u,
    );
  });
});

describe('the hook', () => {
  const folder = files.path('hooked');
  const commit = 'git -c user.name=t -c user.email=t@localhost commit -qm corpus';

  test('lets good articles pass and stops bad ones, whatever their names', () => {
    mkdirSync(join(folder, 'corpus'), { recursive: true });
    expect(run('git init -q .', folder).code).toBe(0);
    writeFileSync(join(folder, '.git/hooks/pre-commit'), blocks('sh').at(-1)!);
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    writeFileSync(join(folder, 'notes.md'), 'x');
    expect(run(`git add -A && ${commit}`, folder).code).toBe(0);
    writeFileSync(join(folder, 'corpus/اسم عربي "ومسافات".txt'), page(1));
    const good = run(`git add -A && ${commit}`, folder);
    expect({ code: good.code, stderr: good.stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('error') });
    writeFileSync(join(folder, 'corpus/bad.txt'), Buffer.from([0x80, 0x81]));
    expect(run(`git add -A && ${commit}`, folder).code).not.toBe(0);
    expect(run('git log --oneline | wc -l', folder).stdout.trim()).toBe('2');
    expect(existsSync(join(folder, 'corpus/bad.txt'))).toBe(true);
  });
});
