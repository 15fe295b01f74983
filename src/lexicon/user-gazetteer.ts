/** `--gazetteer FILE`: a user's own entries, checked. Loaded only when asked for: it brings the schema checker along. */
import { type UserGazetteer, UserGazetteerSchema } from './gazetteer-schema.ts';
import { checkedJson } from './schema.ts';

/** Parses and checks a user's gazetteer. Throws {@link LexiconError} naming file and pointer. */
export function parseUserGazetteer(text: string, file: string): UserGazetteer {
  return checkedJson(UserGazetteerSchema, text, file);
}
