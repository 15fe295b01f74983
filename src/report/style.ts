/** Colour as a dependency: the core asks for a meaning, the command line decides whether it is painted. */

/** Paint for the meanings that tables use; every function returns its text unchanged when colour is off. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly title: (text: string) => string;
  readonly bar: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

const asIs = (text: string): string => text;

/** No colour at all. */
export const PLAIN_STYLE: Style = { heading: asIs, title: asIs, bar: asIs, faint: asIs, good: asIs, bad: asIs };

/** Colours through chalk, at a level that is given: chalk itself ignores `NO_COLOR`. Loaded only when colour is on. */
export async function colourStyle(): Promise<Style> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    heading: text => chalk.bold(text),
    title: text => chalk.bold.cyan(text),
    bar: text => chalk.cyan(text),
    faint: text => chalk.dim(text),
    good: text => chalk.green(text),
    bad: text => chalk.red(text),
  };
}
