/** Every generated file of the documentation, for scripts/reference.mjs and the test that they are up to date. */
import { COMMAND_ENTRIES } from '../commands/index.ts';
import { describeCommands } from './describe.ts';
import { manPage } from './man.ts';
import { referencePages } from './reference.ts';

/** Text by path from the repository's root. `version` is the one in package.json. */
export async function manualFiles(version: string): Promise<ReadonlyMap<string, string>> {
  const commands = await describeCommands(COMMAND_ENTRIES);
  const pages = [...referencePages(commands)].map(([name, text]) => [`docs/reference/${name}`, text] as const);
  return new Map([...pages, ['man/rasid.1', manPage(commands, version)]]);
}
