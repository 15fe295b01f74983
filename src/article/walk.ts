/**
 * The way down a page, line by line: which section a line stands in, and which article. Conservative: a line that no
 * rule claims is body.
 */
import type { Finding } from './finding.ts';
import { decideFront, type FrontDecisions, firstParagraph } from './front.ts';
import { isParagraph } from './lines.ts';
import type { Decision, Page, PageLine } from './page.ts';
import { opensArticle } from './related.ts';

type Section = 'front' | 'body' | 'headlines' | 'values' | 'comments';

/** Most lines that a list of tags, and most that an unbulleted list of headlines, is believed to have. */
const MOST_TAGS = 40;
const MOST_HEADLINES = 40;
const MAIN = 0;
/** Bullets that also begin the lines of a dialogue or of demands. */
const DASHES: ReadonlySet<string> = new Set(['-', '\u2013', '*']);

function opensSection({ finding }: PageLine): boolean {
  const effect = finding?.label?.opens;
  return finding?.alone === true && (effect === 'related' || effect === 'headlines' || effect === 'comments');
}

/** Indexes of the first and of the last headline of a front, -1 where there is none. */
function titlesOf(front: FrontDecisions): [number, number] {
  let [first, last] = [-1, -1];
  for (const [index, { part }] of front) {
    if (part !== 'title') continue;
    if (first < 0 || index < first) first = index;
    if (index > last) last = index;
  }
  return [first, last];
}

/** For each line the next one, itself included, that opens a section; the number of lines where there is none. */
function nextOpenings({ lines }: Page): readonly number[] {
  const next = new Array<number>(lines.length + 1).fill(lines.length);
  for (let at = lines.length - 1; at >= 0; at--) next[at] = opensSection(lines[at]) ? at : next[at + 1];
  return next;
}

/** Words of the plain lines before each line. */
function plainWords({ lines }: Page): readonly number[] {
  const words = new Array<number>(lines.length + 1).fill(0);
  for (let at = 0; at < lines.length; at++) words[at + 1] = words[at] + (lines[at].finding ? 0 : lines[at].shape.words);
  return words;
}

class Walk {
  readonly #page: Page;
  readonly #openings: readonly number[];
  readonly #words: readonly number[];
  #section: Section = 'front';
  #article = MAIN;
  #articles = MAIN;
  #front!: FrontDecisions;
  /** Indexes of the first and the last paragraph of the article at hand. */
  #first = 0;
  #last = 0;
  /** Index of its last plain line without a bullet. */
  #tail = -1;
  /** Indexes of its headline and of the last repetition above the first paragraph, -1 without one. */
  #title = -1;
  #titleEnd = -1;
  /** A source, tags or a sign-off has closed the article. */
  #ended = false;
  /** What the lines of section `values` are values of, and how many there have been. */
  #values: { readonly finding: Finding; lines: number } | undefined;
  #listed = 0;
  /** The decision on the line above. */
  decided: Decision | undefined;

  constructor(page: Page) {
    this.#page = page;
    this.#openings = nextOpenings(page);
    this.#words = plainWords(page);
    this.#openArticle(0, MAIN);
  }

  step(at: number): Decision {
    const line = this.#page.lines[at];
    if (this.#section === 'front' && at >= this.#first) this.#section = 'body';
    const headline = this.#section === 'front' && this.#front.get(at)?.part === 'title';
    if (line.finding && !headline && this.#counts(line.finding, at)) return this.#found(line, line.finding, at);
    return this.#plain(line, at);
  }

  /** An article begins at line `from`; its front reaches to its first paragraph, never over a label that opens something. */
  #openArticle(from: number, article: number): void {
    const { lines } = this.#page;
    const opening = this.#openings[from];
    const end = article === MAIN ? lines.length : opening;
    this.#first = firstParagraph(this.#page, from, end);
    this.#front = decideFront(this.#page, from, this.#first, end);
    [this.#title, this.#titleEnd] = titlesOf(this.#front);
    this.#last = this.#first;
    this.#tail = -1;
    for (let i = this.#first; i < Math.max(opening, this.#first); i++)
      if (!lines[i].finding) {
        if (isParagraph(lines[i].shape)) this.#last = i;
        if (!lines[i].shape.bulleted) this.#tail = i;
      }
    this.#article = article;
    this.#section = 'front';
    this.#ended = false;
  }

  /** Whether a finding counts where it stands. */
  #counts({ where }: Finding, at: number): boolean {
    if (where === 'anywhere') return true;
    if (where === 'front') return this.#section === 'front' || this.#ended;
    return this.#section !== 'body' || this.#ended || at > this.#last;
  }

  #found(line: PageLine, finding: Finding, at: number): Decision {
    const effect = finding.label?.opens;
    if (this.#section === 'comments' && effect === undefined)
      return { part: 'furniture', rule: 'comments', article: MAIN };
    // «• عاجل | …» in a list of headlines is one of them, whatever menu words it begins with.
    if (this.#section === 'headlines' && line.shape.bulleted && effect === undefined && finding.part === 'furniture')
      return { part: 'headlines', rule: 'list', article: this.#ended ? MAIN : this.#article };
    if (effect === 'related' && finding.alone) return this.#related(finding, at);
    if (effect === 'headlines' && finding.alone) return this.#list(finding, at);
    if (effect === 'comments') return this.#comments(finding, at);
    if (finding.part === 'date' && this.#values?.finding.part === 'furniture')
      return { part: 'furniture', rule: `${this.#values.finding.rule}-value`, article: this.#article };
    if (finding.part === 'date' && this.#isVisit(line, finding, at))
      return { part: 'furniture', rule: 'page-view-date', article: this.#article };
    this.#enter(finding, at);
    return { part: finding.part, rule: finding.rule, article: this.#article };
  }

  /** The section behind a label, and whether it closes the article. */
  #enter(finding: Finding, at: number): void {
    const effect = finding.label?.opens;
    const announces = effect === 'values' || effect === 'value' || finding.part === 'date';
    this.#values = finding.alone && announces ? { finding, lines: 0 } : undefined;
    if (this.#values) this.#section = 'values';
    else if (this.#section !== 'front' && this.#section !== 'headlines') this.#section = 'body';
    if ((finding.part === 'source' || finding.part === 'tags') && at > this.#first) this.#ended = true;
  }

  /**
   * A date above the headline, its weekday or month in words and without an hour: the day of the visit, not of the
   * article. In a survey of 18 such pages the article contradicted it on 15.
   */
  #isVisit(line: PageLine, { rule }: Finding, at: number): boolean {
    if (this.#section !== 'front' || rule === 'published') return false;
    const { text, tools } = this.#page;
    // Without a headline a date is the article's when nothing but dates stands between the two.
    if (this.#title < 0 ? this.#isBareFrom(at + 1) : this.#title < at) return false;
    if (rule === 'updated' || tools.dates.isInBothCalendars(text, line.from, line.to)) return true;
    return line.shape.words >= 1 && !text.slice(line.from, line.to).includes(':');
  }

  #isBareFrom(from: number): boolean {
    return this.#page.lines.slice(from, this.#first).every(({ finding }) => finding?.part === 'date');
  }

  #related(finding: Finding, at: number): Decision {
    const rule = `${finding.rule}-label`;
    const opened = opensArticle(this.#page, at, this.#ended);
    if (opened === 'article') {
      this.#openArticle(at + 1, ++this.#articles);
      return { part: 'furniture', rule, article: MAIN };
    }
    if (opened === 'headlines') this.#openList();
    return { part: 'furniture', rule, article: this.#article };
  }

  #list(finding: Finding, at: number): Decision {
    // A list above the headline is judged by the front, which knows what the article speaks of.
    if (at > this.#titleEnd || this.#section !== 'front') this.#openList();
    return { part: 'headlines', rule: finding.rule, article: this.#ended ? MAIN : this.#article };
  }

  #openList(): void {
    this.#section = 'headlines';
    this.#listed = 0;
  }

  #comments(finding: Finding, at: number): Decision {
    // Comments may be long, but hardly longer than what they comment on.
    const [before, after] = [this.#words[at], this.#words[this.#page.lines.length] - this.#words[at]];
    if (finding.alone && at > this.#first && after <= before) this.#section = 'comments';
    return { part: 'furniture', rule: finding.rule, article: MAIN };
  }

  #plain(line: PageLine, at: number): Decision {
    const article = this.#article;
    if (this.#section === 'comments') return { part: 'furniture', rule: 'comments', article: MAIN };
    if (this.#section === 'headlines' && this.#isListed(line))
      return { part: 'headlines', rule: 'list', article: this.#ended ? MAIN : article };
    if (this.#section === 'values' && this.#isValue(line)) {
      const { part, rule } = this.#values!.finding;
      this.#values!.lines++;
      return { part, rule: `${rule}-value`, article };
    }
    this.#section = at < this.#first ? 'front' : 'body';
    if (this.#isTrailing(line, at))
      return { part: 'headlines', rule: 'trailing-list', article: this.#ended ? MAIN : article };
    const decided = at < this.#first ? this.#front.get(at) : undefined;
    return { part: decided?.part ?? 'body', rule: decided?.rule ?? 'text', article };
  }

  /** Bullets behind the last paragraph, which no colon announces: headlines of other articles. */
  #isTrailing({ shape, from }: PageLine, at: number): boolean {
    const { text, lines } = this.#page;
    if (
      !shape.bulleted ||
      shape.terminal ||
      !shape.whole ||
      at <= Math.max(this.#last, this.#tail) ||
      DASHES.has(text[from])
    )
      return false;
    const above = lines[at - 1];
    return (
      (above.shape.bulleted && this.decided?.part === 'headlines') ||
      (!above.shape.bulleted && text[above.to - 1] !== ':')
    );
  }

  #isListed({ shape }: PageLine): boolean {
    return shape.bulleted || (!isParagraph(shape) && ++this.#listed <= MOST_HEADLINES);
  }

  #isValue({ shape }: PageLine): boolean {
    const { finding, lines } = this.#values!;
    if (shape.terminal || !shape.whole) return false;
    if (finding.label?.opens === 'values') return shape.words <= 5 && lines < MOST_TAGS;
    return lines === 0 && shape.words + shape.numbers <= 8;
  }
}

/** The decision on every line of the page, in order. */
export function walkPage(page: Page): Decision[] {
  const walk = new Walk(page);
  const decisions: Decision[] = [];
  for (let at = 0; at < page.lines.length; at++) decisions.push((walk.decided = walk.step(at)));
  return decisions;
}
