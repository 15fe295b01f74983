/**
 * Checks of a corpus for CI: figures against demands and against an earlier run. Pure: figures come in, findings go out.
 */
import { compareCodePoints } from '../text/order.ts';
import { isNear, type Level, type Tolerances, toleranceOf } from './check/baseline.ts';
import { type Expression, meets, missDirection, percentChange, type Value } from './check/expression.ts';

/** One demand on one figure. */
export interface Assertion {
  readonly metric: string;
  readonly level: Level;
  readonly expression: Expression;
}

/** What to compare with. */
export interface Baseline {
  readonly figures: ReadonlyMap<string, Value>;
  readonly tolerances: Tolerances;
}

/** What came of one demand, or of the comparison of one figure. */
export interface Finding {
  readonly metric: string;
  readonly level: Level;
  readonly status: 'pass' | 'warn' | 'fail';
  readonly wanted: string;
  readonly got: Value;
  /** The baseline's figure, where there is one. */
  readonly old?: Value;
  /** Change against it in percent, where that can be said. */
  readonly change?: number;
  /** -1: the figure is too low, 1: too high, 0: it is right, or neither can be said. */
  readonly direction: -1 | 0 | 1;
}

function compared(old: Value | undefined, got: Value): Pick<Finding, 'old' | 'change'> {
  if (old === undefined) return {};
  const change = percentChange(old, got);
  return change === null ? { old } : { old, change };
}

function failed(level: Level): 'warn' | 'fail' {
  return level === 'warn' ? 'warn' : 'fail';
}

function judge(assertion: Assertion, got: Value, old: Value | undefined): Finding {
  const { metric, level, expression } = assertion;
  const right = meets(expression, got, old);
  return {
    metric,
    level,
    status: right ? 'pass' : failed(level),
    wanted: expression.relative ? `${expression.text} of the baseline` : expression.text,
    got,
    ...compared(old, got),
    direction: right ? 0 : missDirection(expression, got, old),
  };
}

function compareWithBaseline({ figures: olds, tolerances }: Baseline, figures: ReadonlyMap<string, Value>): Finding[] {
  const findings: Finding[] = [];
  for (const metric of [...olds.keys()].sort(compareCodePoints)) {
    const tolerance = toleranceOf(metric, tolerances);
    const [old, got] = [olds.get(metric)!, figures.get(metric) ?? null];
    if (!tolerance) continue;
    // A percentage says nothing of a date: dates are compared where they are named or nothing may differ.
    if (typeof old === 'string' && tolerance.percent !== undefined && !tolerances.has(metric)) continue;
    const near = isNear(old, got, tolerance);
    const { level } = tolerance;
    const direction = near || typeof old !== 'number' || typeof got !== 'number' ? 0 : got < old ? -1 : 1;
    const wanted =
      tolerance.absolute === 0 ? 'as in the baseline' : `\u00b1${tolerance.text.replace(/^(?:\u00b1|\+-)/u, '')}`;
    findings.push({
      metric,
      level,
      status: near ? 'pass' : failed(level),
      wanted,
      got,
      ...compared(old, got),
      direction,
    });
  }
  return findings;
}

/** The findings: assertions in their order, then the figures of the baseline by name. */
export function checkFigures(
  figures: ReadonlyMap<string, Value>,
  assertions: readonly Assertion[],
  baseline?: Baseline,
): Finding[] {
  const judged = assertions.map(assertion =>
    judge(assertion, figures.get(assertion.metric) ?? null, baseline?.figures.get(assertion.metric)),
  );
  return baseline ? [...judged, ...compareWithBaseline(baseline, figures)] : judged;
}
