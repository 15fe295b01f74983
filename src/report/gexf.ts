/** GEXF 1.3 (gexf.net): an undirected graph with weights, as Gephi and networkx read it. */
import { escapeXml } from './xml.ts';

/** A node or edge attribute: a number or a text. */
type Values = Readonly<Record<string, string | number>>;

/** A graph. All nodes have the same attributes, and all edges. */
export interface Graph {
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly values: Values }[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly weight: number;
    readonly values: Values;
  }[];
}

function* declared(of: 'node' | 'edge', values: Values | undefined): Generator<string> {
  if (!values) return;
  yield `    <attributes class="${of}">\n`;
  for (const [name, value] of Object.entries(values)) {
    const type = typeof value === 'string' ? 'string' : Number.isInteger(value) && of === 'node' ? 'integer' : 'double';
    yield `      <attribute id="${name}" title="${name}" type="${type}"/>\n`;
  }
  yield '    </attributes>\n';
}

function attributeValues(values: Values): string {
  const cells = Object.entries(values).map(
    ([name, value]) => `<attvalue for="${name}" value="${escapeXml(String(value))}"/>`,
  );
  return `<attvalues>${cells.join('')}</attvalues>`;
}

/** The graph as XML, chunk by chunk; the same bytes for the same graph. */
export function* writeGexf({ nodes, edges }: Graph): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield '  <meta><creator>rasid</creator></meta>\n  <graph mode="static" defaultedgetype="undirected">\n';
  yield* declared('node', nodes[0]?.values);
  yield* declared('edge', edges[0]?.values);
  yield '    <nodes>\n';
  for (const { id, label, values } of nodes) {
    yield `      <node id="${escapeXml(id)}" label="${escapeXml(label)}">${attributeValues(values)}</node>\n`;
  }
  yield '    </nodes>\n    <edges>\n';
  for (const [index, { source, target, weight, values }] of edges.entries()) {
    const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`;
    yield `      <edge id="${index}" ${ends} weight="${weight}">${attributeValues(values)}</edge>\n`;
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
}
