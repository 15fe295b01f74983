/** The commands of rasid that the suite runs, as users run them. */
import { fileURLToPath } from 'node:url';

/** The built program; `npm run build` makes what it loads. */
export const RASID = fileURLToPath(new URL('../bin/rasid.js', import.meta.url));

/** `node bin/rasid.js COMMAND FOLDER --json --top 20 …`. */
export function ours(command, folder, ...options) {
  return ['node', RASID, command, folder, '--json', '--top', '20', ...options];
}
