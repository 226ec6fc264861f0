/** A gateway on a subnet, by graph keys. */
export interface Attachment {
  readonly subnetKey: string;
  readonly gatewayKey: string;
}

/** A route table on a subnet, by graph keys. */
export interface Association {
  readonly subnetKey: string;
  readonly tableKey: string;
}

/** A route of a table, and where it leads or led. */
export interface RouteThere {
  readonly tableKey: string;
  readonly route: string;
  readonly hop: RouteHop;
}

export interface RouteHop {
  readonly addressPrefix: string;
  readonly nextHopType: string;
  readonly nextHopIpAddress?: string;
}

/**
 * What a run has done beside the type, as far as a later plan can take it back: steps that were verified, and what
 * stood there before them. The facts of the day decide what of it is still to be taken back.
 */
export interface Undoing {
  readonly attached: readonly Attachment[];
  readonly detached: readonly Attachment[];
  readonly associated: readonly Association[];
  readonly dissociated: readonly Association[];
  /** Added by the run, and not there before. */
  readonly added: readonly Omit<RouteThere, 'hop'>[];
  /** Removed or led elsewhere by the run, as they were before. */
  readonly routesBefore: readonly RouteThere[];
  /** Ids as they were sent, in the order of their creation. */
  readonly created: readonly string[];
  /** The API server's list before the run. */
  readonly rangesBefore: readonly string[];
}

/** True where there is anything to take back on the network. */
export const hasNetworkPast = ({
  attached,
  detached,
  associated,
  dissociated,
  added,
  routesBefore,
}: Undoing): boolean =>
  [attached, detached, associated, dissociated, added, routesBefore].some((list) => list.length > 0);
