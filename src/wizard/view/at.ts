/** When somebody looks: the time of the world, and how it reads on the wall. */
export interface At {
  readonly nowInMs: number;
  /** A time of the world as a time of day on the person's watch. */
  readonly timeOfDay: (atInMs: number) => string;
  /** The same in milliseconds: the sandbox's own time may run faster. */
  readonly wallTimeOf: (atInMs: number) => number;
}

/** How long it was on the person's watch, so that a duration and two times of day are of one clock. */
export const lastedInMs = ({ wallTimeOf }: At, fromInMs: number, toInMs: number): number =>
  wallTimeOf(toInMs) - wallTimeOf(fromInMs);
