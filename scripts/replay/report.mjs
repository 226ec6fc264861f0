const mark = { same: 'same      ', different: 'DIFFERENT ', notPlayed: 'not played' };
const mostShown = 12;

/** One line for each group of exchanges, and what differs below it. */
export function linesOf(file, result) {
  if (result.problem !== undefined) return [`${file}: ${result.problem}`];
  return result.groups.flatMap(({ index, what, exchanges, verdict, because }) => {
    const count = exchanges === 1 ? '' : ` and ${exchanges - 1} after it`;
    const line = `${mark[verdict]} ${file} ${String(index).padStart(3)} ${what}${count}`;
    if (verdict !== 'different') return [because.length === 0 ? line : `${line}: ${because.join('; ')}`];
    const more = because.length > mostShown ? [`             and ${because.length - mostShown} more`] : [];
    return [line, ...because.slice(0, mostShown).map((one) => `             ${one}`), ...more];
  });
}

/** The whole in one line. Nothing compared is not good. */
export function summaryOf(results) {
  const groups = results.flatMap((result) => result.groups ?? []);
  const unread = results.filter(({ problem }) => problem !== undefined).length;
  const count = (verdict) => groups.filter((one) => one.verdict === verdict).length;
  const [same, different, notPlayed] = ['same', 'different', 'notPlayed'].map(count);
  const line = `replay: ${results.length} recordings, ${groups.length} groups: ${same} the same, ${different} different, ${notPlayed} not played for the reasons above${unread === 0 ? '' : `, ${unread} files could not be read`}`;
  return { line, isGood: different === 0 && unread === 0 && same + notPlayed > 0 };
}
