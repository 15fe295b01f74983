/** `--gazetteer FILE`: a user's own entries, checked. Loaded only when asked for: it brings the schema checker along. */
import { readFileSync } from 'node:fs';
import { LexiconError } from '../errors.ts';
import { type UserGazetteer, UserGazetteerSchema } from './gazetteer-schema.ts';
import { checkedJson } from './schema.ts';

/** Parses and checks a user's gazetteer. Throws {@link LexiconError} naming file and pointer. */
export function parseUserGazetteer(text: string, file: string): UserGazetteer {
  return checkedJson(UserGazetteerSchema, text, file);
}

/** Reads a user's gazetteer. Throws {@link LexiconError}, also for a file that cannot be read. */
export function readUserGazetteer(file: string): UserGazetteer {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new LexiconError(file, '', (error as Error).message);
  }
  return parseUserGazetteer(text, file);
}
