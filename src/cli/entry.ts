/**
 * What `bin/rasid.js` loads: the program in one file, with what Node's engine made of it when it was built (a code
 * cache), so that a start neither resolves some dozen modules nor compiles them. The cache is read, never written: where
 * the engine is another one than the build's there is none of its name, and the program is compiled as ever.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** The program as the build wraps it: a function of the module it fills, and of what it needs of Node. */
type Program = (
  module: { exports?: typeof import('./main.ts') },
  require: (name: string) => unknown,
  url: string,
) => void;

const path = fileURLToPath(new URL('./program.js', import.meta.url));

/** Where the build leaves the code cache of this engine and processor. */
export const CACHE_PATH = fileURLToPath(
  new URL(`./program-${process.versions.v8}-${process.arch}.cache`, import.meta.url),
);

const source = readFileSync(path, 'utf8');
const cachedData = existsSync(CACHE_PATH) ? readFileSync(CACHE_PATH) : undefined;

/** The compiled program; the build asks it for its code cache. */
export const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });

/** A module of Node's own; a package that the program could take along but does not (canvas) is missed as elsewhere. */
function builtin(name: string): unknown {
  const module = process.getBuiltinModule(name);
  if (module === undefined) throw new Error(`${name} is no part of the program`);
  return module;
}

const program: Parameters<Program>[0] = {};
(script.runInThisContext() as Program)(program, builtin, import.meta.url);

/** The program: see main.ts. */
export const main = program.exports!.main;
