/** One schedule as it was judged. */
export interface Result {
  readonly seed: number;
  readonly end: string;
  readonly struck: readonly string[];
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly overwritten: readonly string[];
  readonly undetected: readonly string[];
  readonly odd: readonly string[];
  readonly unknowable: number;
}

export interface Tally {
  readonly schedules: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly isGood: boolean;
}

export function tallyOf(results: readonly Result[]): Tally;
export function linesOf(tally: Tally, inMs: number): readonly string[];
