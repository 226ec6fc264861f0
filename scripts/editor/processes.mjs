// The machine's processes, as far as a test needs them: which descend from one, and what they were started with.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** All living processes as { pid, parent, group, command }. On Linux from /proc, since small images have no `ps`. */
export function processes() {
  if (!existsSync('/proc/self/stat')) {
    const table = execFileSync('ps', ['-axo', 'pid=,ppid=,pgid=,stat=,command='], { encoding: 'utf8' });
    return table
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
      .filter((match) => match !== null && !match[4].startsWith('Z'))
      .map(([, pid, parent, group, , command]) => ({
        pid: Number(pid),
        parent: Number(parent),
        group: Number(group),
        command,
      }));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The name in parentheses may hold anything; the fields follow its last parenthesis.
        const [state, parent, group, ...others] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        // Ended, with its last thread; its parent has not asked yet how.
        if (state === 'Z' && Number(others[14]) <= 1) return [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent: Number(parent), group: Number(group), command }];
      } catch {
        return []; // It ended while we looked.
      }
    });
}

/** The descendants of a process, itself not included. */
export function descendants(pid) {
  const all = processes();
  const below = (parent) =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}
