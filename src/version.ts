declare const __RASID_VERSION__: string | undefined;

/** The version in package.json, put in by the build; `0.0.0-source` when the source is run by the tests. */
export const VERSION = typeof __RASID_VERSION__ === 'string' ? __RASID_VERSION__ : '0.0.0-source';
