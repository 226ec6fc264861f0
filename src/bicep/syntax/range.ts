/** A half-open range of the text, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A declared or used name; empty where one is missing. */
export interface Name extends Range {
  readonly name: string;
}

/** Text that could not be understood, or a place where something is missing. Unknown, never absent. */
export interface Skip extends Range {
  readonly kind: 'skip';
}
