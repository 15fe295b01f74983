/** Build step: the gazetteer's source files → one compiled file, see gazetteer-table.ts. */
import { channelOf } from './gazetteer.ts';
import { compileAlliances, compileCountries, compileOfficeHolders } from './gazetteer-build.ts';
import { TableBuilder } from './gazetteer-table.ts';
import { compileNames, compileOfficeWords } from './office-build.ts';

/** Compiles `countries.json` (given) with the other lists, which `read` reads from the same folder. */
export function compileGazetteerFiles(text: string, file: string, read: (name: string) => string): Uint8Array {
  const list = <T>(name: string, compile: (text: string, file: string) => T): T => compile(read(name), name);
  const countries = compileCountries(text, file);
  const alliances = list('alliances.json', compileAlliances);
  const persons = list('office-holders.json', compileOfficeHolders);
  const offices = list('office-words.json', compileOfficeWords);
  const builder = new TableBuilder(channelOf);
  for (const { phrases } of [countries, alliances, persons, offices]) builder.addPhrases(phrases);
  for (const [words, bit] of [...offices.classes, ...list('words.tsv', compileNames)]) builder.addClass(words, bit);
  // In the order of `Block`, behind the senses.
  return builder.bytes(
    [countries.labels, alliances.labels, persons.labels, persons.offices, countries.marked, persons.lastNames].map(
      lines => lines.join('\n'),
    ),
  );
}
