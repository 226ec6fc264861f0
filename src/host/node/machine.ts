import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { codeOf } from './failure.js';

/** Who holds a lock, in words that another process can check. */
export interface Holder {
  /** New for each turn. */
  readonly owner: string;
  readonly host: string;
  /** Changes with each start of the machine, and from container to container. */
  readonly boot: string;
  readonly pid: number;
  /** When the process began, where the system tells: a number that was given again is told apart. */
  readonly began?: string;
  readonly atInMs: number;
}

/** This machine, as far as locks need it. */
export interface Machine {
  readonly host: string;
  readonly boot: string;
  readonly pid: number;
  readonly began: string | undefined;
  /** False only where that process is provably gone. Meant for processes of this machine and boot. */
  mayLive(pid: number, began: string | undefined): boolean;
}

export type Verdict = 'alive' | 'dead' | 'unknown';

/** Whether the holder still lives. Another machine, boot or container cannot be judged from here. */
export function judge(holder: Holder, machine: Machine): Verdict {
  if (holder.host !== machine.host || holder.boot !== machine.boot) return 'unknown';
  return machine.mayLive(holder.pid, holder.began) ? 'alive' : 'dead';
}

export function thisMachine(): Machine {
  return {
    host: hostname(),
    boot: bootOf(),
    pid: process.pid,
    began: beganAt(process.pid),
    mayLive(pid, began) {
      if (!answers(pid)) return false;
      const now = began === undefined ? undefined : beganAt(pid);
      return now === undefined || now === began;
    },
  };
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to another user.
    return codeOf(error) !== 'ESRCH';
  }
}

function bootOf(): string {
  const id = textOf('/proc/sys/kernel/random/boot_id');
  if (id === undefined) return minuteOfBoot();
  // Containers of one machine share the boot, not the numbers of processes.
  try {
    return `${id} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return id;
  }
}

/** Rounded, because clocks are set; a boundary that is hit makes a lock unjudged, never wrongly dead. */
const minuteOfBoot = (): string => String(Math.round((Date.now() / 1000 - uptime()) / 60));

/** Field 22 of /proc/PID/stat: start in clock ticks after boot. The name before it may hold blanks and parentheses. */
function beganAt(pid: number): string | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
