/** When somebody looks: the time, and how a time of day is written there. */
export interface At {
  readonly nowInMs: number;
  readonly timeOfDay: (atInMs: number) => string;
}
