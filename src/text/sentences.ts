/**
 * Sentence boundaries over tokens. A sentence ends at . ! ? ؟ … (followed by a space or a line end, so that 3.5 and
 * U.S. stay whole), at ؛ never, and at every line end: a line of a news page is a paragraph.
 */
import { Gap, type Tokens } from './tokenise.ts';
import { TypeKind, type Vocabulary } from './vocabulary.ts';

const TERMINATORS: ReadonlySet<string> = new Set(['.', '!', '?', '\u061f', '\u06d4', '\u2026']);
const CLOSERS: ReadonlySet<string> = new Set(['"', '\u201d', '\u00bb', ')', ']', '\u2019', "'"]);

/** True when a sentence ends after token `index`. */
function endsSentence(tokens: Tokens, index: number, vocabulary: Vocabulary): boolean {
  if (index === tokens.count - 1 || tokens.gaps[index + 1] >= Gap.Line) return true;
  if (tokens.gaps[index + 1] === Gap.None) return false;
  let at = index;
  while (
    at > 0 &&
    vocabulary.kind(tokens.types[at]) === TypeKind.Sign &&
    CLOSERS.has(vocabulary.form(tokens.types[at]))
  )
    at--;
  const type = tokens.types[at];
  return vocabulary.kind(type) === TypeKind.Sign && TERMINATORS.has(vocabulary.form(type));
}

/** Index of the first token of each sentence, in order; empty when there are no tokens. */
export function sentenceStarts(tokens: Tokens, vocabulary: Vocabulary): number[] {
  const starts: number[] = [];
  for (let index = 0; index < tokens.count; index++) {
    if (index === 0 || endsSentence(tokens, index - 1, vocabulary)) starts.push(index);
  }
  return starts;
}
