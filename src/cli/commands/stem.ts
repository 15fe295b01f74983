/** `rasid stem`: a filter, like stemwords. One output line per input line, the first column byte for byte the input. */
import { isUtf8 } from 'node:buffer';
import { tokenBuffer, tokenise } from '../../text/tokenise.ts';
import type { WordIndex } from '../../text/word-index.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit.ts';
import { loadWordIndex } from '../tools.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Lines of a stream of bytes without their line feeds; a last line without one is a line. */
async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const piece of stream) {
    let from = 0;
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, from)) {
      rest.push(piece.subarray(from, at));
      yield rest.length === 1 ? rest[0] : Buffer.concat(rest);
      rest = [];
      from = at + 1;
    }
    if (from < piece.length) rest.push(Buffer.from(piece.subarray(from)));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

const tokens = tokenBuffer(16);

/** The stems of the words of a line joined by a space; a line without words stands for itself. */
function stemsOf(line: string, index: WordIndex): string {
  const { vocabulary } = index;
  tokenise(line, 0, line.length, vocabulary, tokens);
  let stems = '';
  for (let i = 0; i < tokens.count; i++) {
    const type = tokens.types[i];
    if (vocabulary.isWord(type)) stems += (stems === '' ? '' : ' ') + index.analysis(type).lemma;
  }
  return stems || line;
}

export const stem: Command = {
  operands: '',
  description:
    'Reads words from standard input, one or more a line, and writes line, tab, stem. Several words give stems joined by a space; an empty line stays empty.',
  options: ['stem'],
  views: [],
  examples: [{ line: "printf 'والوزراء\\nللوزير\\n' | rasid stem", says: 'both lines end in وزير' }],
  run: async ({ options, output }) => {
    const index = await loadWordIndex(options);
    for await (const bytes of linesOf(process.stdin as AsyncIterable<Buffer>)) {
      if (!isUtf8(bytes)) {
        await output.write(Buffer.concat([bytes, Buffer.from('\t'), bytes, Buffer.from('\n')]));
        continue;
      }
      const returned = bytes.at(-1) === CARRIAGE_RETURN;
      const line = bytes.toString('utf8', 0, returned ? bytes.length - 1 : bytes.length);
      const end = returned ? '\r\n' : '\n';
      await output.write(line === '' ? end : `${line}\t${stemsOf(line, index)}${end}`);
    }
    return ExitCode.Complete;
  },
};
