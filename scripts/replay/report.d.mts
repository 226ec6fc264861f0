/** One recording as it was played, or why it could not be. */
export type Result =
  | {
      readonly problem?: undefined;
      readonly groups: readonly {
        readonly index: number;
        readonly what: string;
        readonly exchanges: number;
        readonly verdict: 'same' | 'different' | 'notPlayed';
        readonly because: readonly string[];
      }[];
    }
  | { readonly problem: string; readonly groups?: undefined };

export function linesOf(file: string, result: Result): readonly string[];
export function summaryOf(results: readonly Result[]): { readonly line: string; readonly isGood: boolean };
