/** Options as the command line resolves them when nothing is asked for. */
import { DEFAULT_PARTS } from '../../src/article/reading.ts';
import type { Options } from '../../src/cli/options.ts';

/** The defaults that reading a corpus needs, with changes. */
export function corpusOptions(changes: Partial<Options> = {}): Options {
  return { parts: DEFAULT_PARTS, languages: ['ar'], stem: 'light', quiet: true, ...changes } as Options;
}
