import type { RouteHop } from '../undoing.js';

/** What the plan takes off the subnets after the type is changed, so that packets take the new way. */
export interface Clearing {
  readonly gateways: readonly {
    readonly subnetKey: string;
    readonly gatewayKey: string;
    readonly gateway: string;
  }[];
  readonly routes: readonly {
    readonly tableKey: string;
    readonly table: string;
    readonly route: string;
    /** "VirtualAppliance 10.0.0.4", for whoever puts it back. */
    readonly nextHop: string;
  }[];
  /** Route tables that a way back takes off subnets. */
  readonly tables?: readonly {
    readonly subnetKey: string;
    readonly tableKey: string;
    readonly table: string;
  }[];
  /** Routes that it leads where they led before, or adds again, before anything is taken away. */
  readonly restored?: readonly {
    /** False where it was removed. */
    readonly isThere: boolean;
    readonly tableKey: string;
    readonly table: string;
    readonly route: string;
    readonly hop: RouteHop;
  }[];
}
