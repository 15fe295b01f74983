// Builds the program: checks and compiles src/data into dist/data, bundles src into dist. `tsc` checks types apart.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const shared = {
  define: { __RASID_VERSION__: JSON.stringify(version) },
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
  // Some bundled packages are CommonJS and call require for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};

rmSync(`${root}/dist`, { recursive: true, force: true });
mkdirSync(`${root}/dist/build`, { recursive: true });

await build({ ...shared, entryPoints: ['src/lexicon/compile.ts'], outfile: 'dist/build/compile.js' });
const { compileData } = await import(pathToFileURL(`${root}/dist/build/compile.js`).href);
compileData(`${root}/src/data`, `${root}/dist/data`);
rmSync(`${root}/dist/build`, { recursive: true });

await build({
  ...shared,
  entryPoints: { index: 'src/index.ts', worker: 'src/cli/worker.ts' },
  outdir: 'dist',
  splitting: true,
  chunkNames: 'part-[hash]',
});

// The program itself is one script, and what runs it is CommonJS: Node starts that without its loader of modules.
const script = { ...shared, format: 'cjs', define: { ...shared.define, 'import.meta.url': '__url' } };
await build({
  ...script,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/program.js',
  supported: { 'dynamic-import': false },
  banner: { js: '(function (module, require, __url) {' },
  footer: { js: '})' },
});
await build({
  ...script,
  entryPoints: ['src/cli/entry.ts'],
  outfile: 'dist/rasid.cjs',
  banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
});
execFileSync(process.execPath, ['scripts/code-cache.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

// Declarations of the library entry: it states all of its types itself, so a file at a time will do (0.1 s, not 6 s).
const { default: ts } = await import('typescript');
mkdirSync(`${root}/dist/types`, { recursive: true });
for (const name of ['index', 'errors']) {
  const source = readFileSync(`${root}/src/${name}.ts`, 'utf8');
  const { outputText } = ts.transpileDeclaration(source, {
    fileName: `${name}.ts`,
    compilerOptions: { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, isolatedDeclarations: true },
  });
  writeFileSync(`${root}/dist/types/${name}.d.ts`, outputText.replaceAll(".ts'", ".js'"));
}
