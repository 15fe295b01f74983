/** What an article says of itself besides its text: headline, source, author, tags, place and agency of its dateline. */
import type { Document } from '../corpus/document.ts';
import { Gap, type Tokens, tokenBuffer, tokenise } from '../text/tokenise.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { Part } from './article.ts';
import type { FurnitureIndex } from './furniture-index.ts';

/** What {@link readMetadata} finds; what is unknown is left out. */
export interface Metadata {
  readonly title?: string;
  readonly source?: string;
  readonly author?: string;
  readonly tags: readonly string[];
  readonly place?: string;
  readonly agency?: string;
}

const buffer = tokenBuffer(256);
/** Longest value of a field, in UTF-16 units. */
const REACH = 2000;

/** The text behind the label that begins a part, without white space around; the whole when there is no label. */
function labelValue(part: Part, index: FurnitureIndex): string {
  const tokens = tokenise(part.text, part.start, Math.min(part.end, part.start + REACH), index.vocabulary, buffer);
  let at = skipSigns(tokens, 0, index);
  const match = index.phraseAt(tokens, at);
  if (!match || match.labels.length === 0 || part.rule.endsWith('-value'))
    return part.text.slice(part.start, part.end).trim();
  at = skipSigns(tokens, match.next, index);
  return at < tokens.count ? part.text.slice(tokens.starts[at], part.end).trim() : '';
}

function skipSigns(tokens: Tokens, from: number, index: FurnitureIndex): number {
  let at = from;
  while (at < tokens.count && index.vocabulary.kind(tokens.types[at]) === TypeKind.Sign) at++;
  return at;
}

const SEPARATORS = /[,\u060c;\u061b|\n\u2022#]|\s[-\u2013/]\s/u;

/** Tags of a line: cut at separators, where it has none the line stays one text («كلمات دلالية: أ ب ج» has no borders). */
function tagsIn(value: string): string[] {
  return value
    .split(SEPARATORS)
    .map(tag => tag.trim())
    .filter(tag => tag !== '');
}

/** True where a paper or agency is named: «كتب: وكالات», «الضفاف نيوز». */
function namesOutlet(tokens: Tokens, index: FurnitureIndex): boolean {
  for (let at = 0; at < tokens.count; at++)
    if (index.isOutlet(tokens.types[at]) || index.phraseAt(tokens, at)?.agency) return true;
  return false;
}

/** The author of a byline: behind its label, or beside its place («بغداد: كاظم العبيدي», «حسن العمري – جدة»); none where a paper stands. */
function authorOf(part: Part, index: FurnitureIndex): string {
  const value = labelValue(part, index);
  const tokens = tokenise(value, 0, value.length, index.vocabulary, buffer);
  if (value.endsWith(')') || namesOutlet(tokens, index)) return '';
  const match = index.phraseAt(tokens, 0);
  if (match?.place) {
    const at = skipSigns(tokens, match.next, index);
    return at < tokens.count ? value.slice(tokens.starts[at]) : '';
  }
  for (let at = 1; at < tokens.count; at++) {
    const behind = skipSigns(tokens, at, index);
    const place = behind > at ? index.phraseAt(tokens, behind) : undefined;
    if (place?.place && place.next === tokens.count) return value.slice(0, tokens.ends[at - 1]);
  }
  return value;
}

function trimmed({ text, start, end }: Part): string {
  return text.slice(start, end).trim();
}

/** Place and agency of a dateline, as written. */
function readDateline(part: Part, index: FurnitureIndex): Pick<Metadata, 'place' | 'agency'> {
  const tokens = tokenise(part.text, part.start, Math.min(part.end, part.start + REACH), index.vocabulary, buffer);
  let [place, agency]: (string | undefined)[] = [];
  for (let at = 0; at < tokens.count; ) {
    const match = index.phraseAt(tokens, at);
    const known = match && (match.place || match.agency) && tokens.gaps[at] <= Gap.Paragraph;
    if (known) {
      const surface = part.text.slice(tokens.starts[at], tokens.ends[match.next - 1]);
      if (match.place) place ??= surface;
      else agency ??= surface;
    }
    at = known ? match.next : at + 1;
  }
  return { ...(place && { place }), ...(agency && { agency }) };
}

/** Fields on one line: «تاريخ النشر: 21-05-2019 الكاتب: سامي العلي المصدر: وكالات». */
function readFields({ text, start, end }: Part, index: FurnitureIndex): Map<string, string> {
  const stop = Math.min(end, start + REACH);
  const tokens = tokenise(text, start, stop, index.vocabulary, buffer);
  const fields = new Map<string, string>();
  let [id, from] = ['', start];
  const close = (to: number): void => {
    if (id && !fields.has(id)) fields.set(id, text.slice(from, to).replace(/[\s|,\u060c-]+$/u, ''));
  };
  for (let at = 0; at < tokens.count; at++) {
    const match = index.phraseAt(tokens, at);
    const colon = match && match.next < tokens.count && text[tokens.starts[match.next]] === ':';
    const label = colon ? match.labels[0] : undefined;
    if (!label || !match) continue;
    close(tokens.starts[at]);
    at = match.next;
    [id, from] = [label.id, at + 1 < tokens.count ? tokens.starts[at + 1] : end];
  }
  close(stop);
  return fields;
}

/** Metadata of one article from its parts; what the document states comes first (pass no document for related articles). */
export function readMetadata(parts: readonly Part[], index: FurnitureIndex, document?: Document): Metadata {
  const stated = document?.stated;
  const found: { -readonly [Field in keyof Metadata]: Metadata[Field] } = { tags: stated?.tags ?? [] };
  const tags: string[] = [];
  let dateline: Part | undefined;
  let name: Part | undefined; // a line that only looks like a name
  let title = stated?.title ?? '';
  let source = stated?.source ?? '';
  let author = stated?.author ?? '';
  for (const part of parts) {
    if (part.part === 'body' || part.part === 'furniture') continue;
    if (part.part === 'title' && !title) title = trimmed(part);
    else if (part.part === 'source' && part.rule !== 'sign-off' && !source) source = labelValue(part, index);
    else if (part.part === 'date') {
      const fields = readFields(part, index);
      source ||= fields.get('source') ?? '';
      author ||= fields.get('byline') ?? '';
    } else if (part.part === 'tags') for (const tag of tagsIn(labelValue(part, index))) tags.push(tag);
    else if (part.part === 'dateline') {
      if (part.rule.startsWith('byline') && part.rule !== 'byline-name') author ||= authorOf(part, index);
      else if (part.rule === 'byline-name') name ??= part;
      if (part.rule === 'dateline' || part.rule.startsWith('byline')) dateline ??= part;
    }
  }
  if (name) author ||= authorOf(name, index);
  if (title) found.title = title;
  if (source) found.source = source;
  if (author) found.author = author;
  if (!stated?.tags) found.tags = tags;
  return dateline ? { ...found, ...readDateline(dateline, index) } : found;
}
