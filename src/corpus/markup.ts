/**
 * What a page of HTML would cost, found in one pass over its signs: the time of a DOM grows with the square of its depth
 * and of the attributes of one element, and that of the extractor with more. Also the page as a parser without the
 * repairs of a browser wants it.
 */

/** The load of a page. Elements whose end tag may be left out do not count as depth: nobody knows where they end. */
export interface MarkupLoad {
  /** Tags and character references: every one makes a node of its own. */
  readonly pieces: number;
  /** Pieces and attributes, each of which takes about a kilobyte of memory. */
  readonly nodes: number;
  readonly depth: number;
  /** Most attributes of one element. */
  readonly attributes: number;
}

const NEVER_DEEP: ReadonlySet<string> = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' + // void elements
    'html head body p li dt dd option optgroup rb rt rtc rp thead tbody tfoot tr td th colgroup caption'
  ).split(' '),
);
/** Elements whose content is no markup. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);

const TAG_START = /[a-z/]/iu;
const NAME_END = /[\s/>]/u;

/** Offset behind the tag whose name ends at `from`, and how many attributes it has. */
function readAttributes(html: string, from: number): { end: number; count: number } {
  let count = 0;
  let inName = false;
  for (let at = from; at < html.length; at++) {
    const sign = html[at];
    if (sign === '>') return { end: at + 1, count };
    if (sign === '"' || sign === "'") {
      const close = html.indexOf(sign, at + 1);
      if (close < 0) break;
      at = close;
      inName = false;
    } else if (NAME_END.test(sign)) inName = false;
    else if (!inName) {
      inName = true;
      if (html[at - 1] !== '=') count++;
    }
  }
  return { end: html.length, count };
}

function nameAt(html: string, at: number): string {
  let end = at;
  while (end < html.length && end - at < 32 && !NAME_END.test(html[end])) end++;
  return html.slice(at, end).toLowerCase();
}

function countReferences(html: string): number {
  let count = 0;
  for (let at = html.indexOf('&'); at >= 0; at = html.indexOf('&', at + 1)) count++;
  return count;
}

/** Offset behind the raw content of an element, or where the text ends. */
function afterRaw(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2))
    if (nameAt(html, at + 2) === name) return at;
  return html.length;
}

/** Counts tags, depth and attributes of a page in one pass. */
export function markupLoad(html: string): MarkupLoad {
  let [pieces, all, depth, deepest, attributes] = [countReferences(html), 0, 0, 0, 0];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (!TAG_START.test(html[at + 1] ?? '')) {
      at++;
      continue;
    }
    pieces++;
    const closes = html[at + 1] === '/';
    const name = nameAt(html, at + (closes ? 2 : 1));
    const { end, count } = readAttributes(html, at + 1 + name.length + (closes ? 1 : 0));
    attributes = Math.max(attributes, count);
    all += count;
    at = !closes && RAW.has(name) ? afterRaw(html, name, end) : end;
    if (NEVER_DEEP.has(name) || html[end - 2] === '/') continue;
    depth = closes ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return { pieces, nodes: pieces + all, depth: deepest, attributes };
}

const OUTER_TAGS = /<!doctype[^<>]{0,1000}>|<\/?(?:html|body|head)(?:\s[^<>]{0,2000})?>/giu;
const HTML_TAG = /<html(\s[^<>]{0,2000})?>/iu;
const HEAD_END = /<\/head\s{0,9}>|<(?:body|p|div|article|main|section|header|nav|h[1-6]|table|ul|ol)[\s>]/iu;

/**
 * The page with the elements that HTML lets an author leave out, and nothing behind `</body>`: a browser puts them
 * right, the parser here does not, and text outside of `<body>` would be lost.
 */
export function completePage(html: string): string {
  const attributes = HTML_TAG.exec(html)?.[1] ?? '';
  const cut = HEAD_END.exec(html);
  const hasHead = cut !== null && (cut[0].startsWith('</') || /^<body/iu.test(cut[0]));
  const head = hasHead ? html.slice(0, cut.index) : '';
  const inner = (text: string): string => text.replace(OUTER_TAGS, '\n');
  return `<html${attributes}><head>${inner(head)}</head><body>${inner(html.slice(head.length))}</body></html>`;
}
