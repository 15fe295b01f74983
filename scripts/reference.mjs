// Writes docs/reference/*.md and man/rasid.1 from the definitions that --help is written from.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = join(root, 'dist/manual-build');

await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/manual/files.ts'],
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  splitting: true,
  outdir: folder,
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
const { manualFiles } = await import(pathToFileURL(join(folder, 'files.js')).href);
const files = await manualFiles(version);
rmSync(folder, { recursive: true });
for (const [path, text] of files) {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
for (const name of readdirSync(join(root, 'docs/reference'))) {
  if (!files.has(`docs/reference/${name}`)) rmSync(join(root, 'docs/reference', name));
}
