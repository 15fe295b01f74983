/** Importing prints nothing, opens nothing, and never brings natural's root, a database driver or an .env reader along. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ROOT, rasidProcess } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
const DIST = join(ROOT, 'dist');
const BUNDLE = readdirSync(DIST).filter(name => /\.c?js$/u.test(name));
/** Files of the program and Node's own modules; anything else would be a dependency at run time. */
const OWN = /^(?:node:|\.\/)/u;
/** Asked for in vain: linkedom draws with it where it is installed. */
const OPTIONAL: ReadonlySet<string> = new Set(['canvas']);

describe('the bundle', () => {
  test('imports only itself and Node', () => {
    const foreign = BUNDLE.flatMap(name => {
      const text = readFileSync(join(DIST, name), 'utf8');
      const found = [
        ...text.matchAll(/^(?:import|export)[^'"\n]*["']([^"'\n]+)["'];?$/gmu),
        ...text.matchAll(/\b(?:import|require)\(["']([^"'\n]+)["']\)/gu),
      ];
      const targets = found.map(([, target]) => target).filter(target => !OPTIONAL.has(target));
      return targets.filter(target => !OWN.test(target) && !isBuiltin(target));
    });
    expect(foreign).toEqual([]);
  });

  test('holds nothing of mongoose, dotenv, redis, memjs or the root of natural, and opens no network', () => {
    const text = BUNDLE.map(name => readFileSync(join(DIST, name), 'utf8')).join('\n');
    expect(text).not.toMatch(/mongoose|dotenv|memjs|node_modules\/natural\/lib\/natural\/(?:index|util\/storage)/u);
    expect(text).not.toMatch(/from ["'](?:node:)?(?:net|http|https|http2|tls|dgram|dns|child_process|cluster)["']/u);
  });

  test('loads no module outside the repository, and asks for none while it runs', () => {
    const hook = files.write(
      'trace.mjs',
      `import { register } from 'node:module'; register('data:text/javascript,' + encodeURIComponent(\`
        import { appendFileSync } from 'node:fs';
        export async function load(url, context, next) { appendFileSync(process.env.RASID_TRACE, url + '\\\\n'); return next(url, context); }
      \`));`,
    );
    const trace = files.path('trace.txt');
    const env = { NODE_OPTIONS: `--import=${hook}`, RASID_TRACE: trace };
    expect(rasidProcess(['report', 'fixtures/corpus'], { env })).toMatchObject({ code: 0, stderr: '' });
    const urls = readFileSync(trace, 'utf8')
      .split('\n')
      .filter(url => url.startsWith('file:'));
    const own = pathToFileURL(`${ROOT}/`).href;
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter(url => !url.startsWith(own) || url.includes('node_modules'))).toEqual([]);
  });

  test('prints nothing when it is only imported', () => {
    if (!existsSync(join(DIST, 'index.js'))) return;
    const code = `await import(${JSON.stringify(join(DIST, 'index.js'))})`;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })).toBe('');
  });

  test('reads no .env and runs no code of the corpus or the working directory', () => {
    files.write('here/.env', 'RASID_FORMAT=json\n');
    files.write('here/rasid.config.js', 'throw new Error("ran")');
    files.write('here/package.json', '{"type": "module", "rasid": {"format": "json"}}');
    files.write('here/a.txt', 'قال وزير الخارجية');
    expect(rasidProcess(['keywords', '.'], { cwd: files.path('here') })).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^rank/u),
    });
  });
});

describe('the code cache', () => {
  const cached = (folder: string) =>
    execFileSync(
      process.execPath,
      ['-p', `require(${JSON.stringify(join(folder, 'rasid.cjs'))}).script.cachedDataRejected`],
      {
        encoding: 'utf8',
      },
    ).trim();

  /** A copy of what the program consists of, without the cache. */
  function bare(name: string): string {
    const folder = files.path(name);
    cpSync(DIST, folder, { recursive: true, filter: path => !path.endsWith('.cache') });
    return folder;
  }

  test('of this engine is taken', () => {
    expect(cached(DIST)).toBe('false');
  });

  test('is not needed, and one of another engine is passed over', () => {
    const folder = bare('other');
    expect(cached(folder)).toBe('undefined');
    const [name] = readdirSync(DIST).filter(file => file.endsWith('.cache'));
    writeFileSync(join(folder, name), 'of another engine');
    expect(cached(folder)).toBe('true');
    const run = `require(${JSON.stringify(join(folder, 'rasid.cjs'))}).main(['stem'])`;
    expect(execFileSync(process.execPath, ['-e', run], { encoding: 'utf8', input: 'والكتب\n' })).toBe('والكتب\tكتاب\n');
  });
});

function isBuiltin(name: string): boolean {
  return (
    process.getBuiltinModule?.(name as 'fs') !== undefined ||
    /^(?:fs|path|url|os|util|stream|events|buffer|crypto|assert|process|tty|child_process|zlib|module|string_decoder)(?:\/|$)/u.test(
      name,
    )
  );
}
