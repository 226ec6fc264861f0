export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly command: string;
}

export function processes(): readonly RunningProcess[];
export function descendants(pid: number): readonly RunningProcess[];
