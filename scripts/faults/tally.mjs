/** What must be 0, by its name in a result. */
const bad = [
  ['lost', 'Lost operations'],
  ['twice', 'Sent twice'],
  ['overwritten', "Others' changes overwritten"],
  ['undetected', 'Pool changes undetected'],
  ['odd', 'Other broken promises'],
];

/** Sums up results: counts of what must be 0, how runs ended, and how often each kind of trouble struck. */
export function tallyOf(results) {
  const counts = Object.fromEntries(bad.map(([key]) => [key, sum(results, (one) => one[key].length)]));
  const failures = results.flatMap((one) =>
    bad.flatMap(([key, title]) => one[key].map((what) => ({ seed: one.seed, title, what }))),
  );
  return {
    schedules: results.length,
    counts,
    failures,
    unknowable: sum(results, (one) => one.unknowable),
    ends: byName(results.map(({ end }) => end)),
    struck: byName(results.flatMap(({ struck }) => struck)),
    // No schedule proves nothing.
    isGood: results.length > 0 && failures.length === 0,
  };
}

const sum = (list, of) => list.reduce((total, one) => total + of(one), 0);

/** How often each name occurs, the most frequent first. */
function byName(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || one.localeCompare(other));
}

/** The tally as lines for a terminal. */
export function linesOf(tally, inMs) {
  const head = ['Schedules', ...bad.map(([, title]) => title), 'Seconds'];
  const row = [tally.schedules, ...bad.map(([key]) => tally.counts[key]), (inMs / 1000).toFixed(1)];
  const widths = head.map((title, column) => Math.max(title.length, String(row[column]).length));
  const cells = (values) =>
    `| ${values.map((value, column) => String(value).padStart(widths[column])).join(' | ')} |`;
  const named = (list) => list.map(([name, count]) => `${name} ${count}`).join(', ');
  return [
    cells(head),
    `| ${widths.map((width) => `${'-'.repeat(width - 1)}:`).join(' | ')} |`,
    cells(row),
    `Runs ended: ${named(tally.ends)}`,
    `Struck: ${named(tally.struck)}`,
    ...(tally.unknowable === 0
      ? []
      : [
          `In ${tally.unknowable} cases a pool changed between our look and our PUT, and the PUT's answer never came: nothing in Azure's later answers tells of it.`,
        ]),
    ...tally.failures.map(
      ({ seed, title, what }) => `${title}: ${what}\n  again: npm run faults -- 1 --seed=${seed}`,
    ),
  ];
}
