/** GEXF is well-formed and says nothing but the graph. */
import { describe, expect, it } from 'vitest';
import { writeGexf } from '../../src/report/gexf.ts';
import { escapeXml } from '../../src/report/xml.ts';

describe('GEXF', () => {
  it('holds nodes, edges and their values', () => {
    const xml = [
      ...writeGexf({
        nodes: [
          { id: 'country:EG', label: 'مصر', values: { type: 'country', mentions: 3 } },
          { id: 'user:x', label: '<"A" & \'B\'>', values: { type: 'user', mentions: 1 } },
        ],
        edges: [{ source: 'country:EG', target: 'user:x', weight: 2, values: { pmi: 1.5 } }],
      }),
    ].join('');
    expect(xml).toContain('<gexf xmlns="http://gexf.net/1.3" version="1.3">');
    expect(xml).toContain('<node id="user:x" label="&lt;&quot;A&quot; &amp; &apos;B&apos;&gt;">');
    expect(xml).toContain('<attribute id="mentions" title="mentions" type="integer"/>');
    expect(xml).toContain('<edge id="0" source="country:EG" target="user:x" weight="2">');
    expect(xml).toContain('<attvalue for="pmi" value="1.5"/>');
  });

  it('is a whole document for an empty graph', () => {
    const xml = [...writeGexf({ nodes: [], edges: [] })].join('');
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>[\s\S]*<\/gexf>\n$/u);
    expect(xml).not.toContain('<attributes');
  });

  it('shows by number what XML cannot hold and what would steer a terminal', () => {
    expect(escapeXml('a\u0000b\u001b[31m\u202e\u{e0041}c\ud800\uffff')).toBe(
      ['a', '0000', 'b', '001B', '[31m', '202E', '', 'E0041', 'c', 'D800', '', 'FFFF', '']
        .map((text, index) => (index % 2 === 0 ? text : `&lt;U+${text}&gt;`))
        .join(''),
    );
  });
});
