/** Where a fact of Azure was read, and on which day (YYYY-MM-DD). `npm run dated` tells when it grows old. */
export interface Dated {
  readonly what: string;
  /** The page's address. */
  readonly source: string;
  readonly readOn: string;
}
