/** Draws a cluster's row again when its operation begins or ends to be watched: the row's menu depends on it. */
export function followWatched(
  planners: {
    watching(): readonly { readonly cluster: { readonly id: string } }[];
    readonly onDidChange: (listener: () => void) => { dispose(): unknown };
  },
  redraw: (clusterId: string) => void,
): { dispose(): unknown } {
  let before: ReadonlySet<string> = new Set();
  return planners.onDidChange(() => {
    const now = new Set(planners.watching().map(({ cluster }) => cluster.id));
    const changed = [...before, ...now].filter((id) => before.has(id) !== now.has(id));
    before = now;
    for (const id of changed) redraw(id);
  });
}
