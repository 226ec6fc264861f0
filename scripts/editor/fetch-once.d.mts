export interface FetchOrder {
  readonly folder: string;
  /** Changes when the recipe does. */
  readonly stamp: string;
  /** Files whose absence means that it must be built again. */
  readonly needs: readonly string[];
  readonly title: string;
  readonly build: (part: string) => Promise<unknown>;
  /** Throws when what was built does not work. */
  readonly check: (part: string) => Promise<unknown>;
}

export function fetchOnce(order: FetchOrder): Promise<void>;
