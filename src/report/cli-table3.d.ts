/** How cli-table3 measures a cell: escape sequences are nothing, wide characters two. */
declare module 'cli-table3/src/utils.js' {
  export function strlen(text: string): number;
}
