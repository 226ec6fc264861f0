/** A cluster by what a person knows of it: enough to open the planner again after a reload. */
export interface OpenedCluster {
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly subscriptionName?: string;
  readonly tenantId: string;
  readonly location?: string;
}
