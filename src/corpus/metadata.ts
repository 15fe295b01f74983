/** What an HTML page states about itself: JSON-LD first (it names the article), then Open Graph and other `<meta>`. */

/** As much of a DOM document as is needed here. */
export interface DomDocument {
  querySelectorAll(
    selector: string,
  ): Iterable<{ getAttribute(name: string): string | null; textContent: string | null }>;
}

export interface PageMetadata {
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly source?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly language?: string | undefined;
}

/** Names under which pages state a thing, the surest first. */
const META_NAMES = {
  title: ['og:title', 'twitter:title'],
  published: [
    'article:published_time',
    'og:published_time',
    'datepublished',
    'pubdate',
    'dc.date.issued',
    'dc.date',
    'date',
    'parsely-pub-date',
  ],
  source: ['og:site_name', 'application-name'],
  author: ['author', 'article:author', 'parsely-author'],
  url: ['og:url'],
} as const;
const TAG_NAMES: ReadonlySet<string> = new Set(['article:tag', 'news_keywords', 'keywords']);
const ARTICLE_TYPES: ReadonlySet<string> = new Set([
  'Article',
  'NewsArticle',
  'ReportageNewsArticle',
  'OpinionNewsArticle',
  'BlogPosting',
  'LiveBlogPosting',
]);

function readMeta(document: DomDocument): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = element.getAttribute('content')?.trim();
    if (!name || !content) continue;
    const key = name.toLowerCase();
    const values = found.get(key);
    if (values) values.push(content);
    else found.set(key, [content]);
  }
  return found;
}

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(value: Json): unknown[] {
  return Array.isArray(value['@type']) ? value['@type'] : [value['@type']];
}

/** The first article among JSON-LD values, lists and `@graph` included; bounded in depth by the shape of the format. */
function articleIn(value: unknown, depth = 0): Json | undefined {
  if (depth > 4) return undefined;
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = articleIn(item, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!isObject(value)) return undefined;
  if (typesOf(value).some(type => typeof type === 'string' && ARTICLE_TYPES.has(type))) return value;
  return articleIn(value['@graph'], depth + 1);
}

function readJsonLd(document: DomDocument): Json {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const article = articleIn(JSON.parse(script.textContent ?? ''));
      if (article) return article;
    } catch {
      // Broken JSON-LD is common; the page then has what its meta elements say.
    }
  }
  return {};
}

/** A text, the first of a list, or the name of a thing; bounded in depth like {@link articleIn}. */
function text(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (depth > 4) return undefined;
  if (Array.isArray(value)) return text(value[0], depth + 1);
  return isObject(value) ? text(value.name ?? value['@id'], depth + 1) : undefined;
}

function tagsOf(meta: Map<string, string[]>): string[] {
  const stated = [...meta].filter(([name]) => TAG_NAMES.has(name)).flatMap(([, values]) => values);
  return [...new Set(stated.flatMap(value => value.split(/[,\u060c;\u061b]/u)).map(tag => tag.trim()))].filter(Boolean);
}

function languageOf(document: DomDocument): string | undefined {
  for (const html of document.querySelectorAll('html'))
    return html.getAttribute('lang')?.slice(0, 2).toLowerCase() || undefined;
  return undefined;
}

/** Title, date as written, source, author, address, tags and language that a page states. */
export function readPageMetadata(document: DomDocument): PageMetadata {
  const meta = readMeta(document);
  const linked = readJsonLd(document);
  const first = (field: keyof typeof META_NAMES): string | undefined =>
    META_NAMES[field].map(name => meta.get(name)?.[0]).find(value => value !== undefined);
  return {
    title: text(linked.headline) ?? first('title'),
    published: text(linked.datePublished) ?? first('published') ?? timeElement(document),
    source: text(linked.publisher) ?? first('source'),
    author: text(linked.author) ?? first('author'),
    url: text(linked.url) ?? first('url'),
    tags: tagsOf(meta),
    language: languageOf(document),
  };
}

/** The date of `<time itemprop="datePublished">` or `<time pubdate>`; a bare `<time>` may be anything. */
function timeElement(document: DomDocument): string | undefined {
  for (const time of document.querySelectorAll('time[itemprop="datePublished"], time[pubdate]'))
    return time.getAttribute('datetime')?.trim() || undefined;
  return undefined;
}
