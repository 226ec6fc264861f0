export interface Certificate {
  /** PEM. What a client is told to trust. */
  readonly certificate: string;
  /** PEM. Stays in this process. */
  readonly key: string;
}

/** A certificate for this machine's loopback address, made on the spot. */
export function makeCertificate(nowInMs: number): Promise<Certificate>;
