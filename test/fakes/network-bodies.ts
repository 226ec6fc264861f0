import type { Json } from '../../src/core/json.js';
import { idOf, poolsOf, type ClusterSketch, type SubnetSketch } from './cluster-sketch.js';

/** Subnets, gateways and route tables by graph key, as Azure would have sent them: the parts that a plan looks at. */
export function networkBodiesOf(sketch: ClusterSketch): Readonly<Record<string, Json>> {
  const used = poolsOf(sketch).flatMap(({ subnet }) => (subnet === undefined ? [] : [[subnet, {}] as const]));
  const subnets: Readonly<Record<string, SubnetSketch>> = { ...Object.fromEntries(used), ...sketch.subnets };
  const body = (id: string, properties: Json) =>
    [id.toLowerCase(), { id, etag: `W/"${id.slice(-4)}-1"`, properties }] as const;
  const refer = (kind: string, name: string | undefined) =>
    name === undefined ? {} : { [kind]: { id: idOf.network(`${kind}s`, name) } };
  return Object.fromEntries([
    ...Object.entries(subnets).map(([name, { gateway, routeTable }]) =>
      body(idOf.subnet(name), {
        addressPrefix: '10.1.0.0/24',
        ...refer('natGateway', gateway),
        ...refer('routeTable', routeTable),
      }),
    ),
    ...Object.keys(sketch.gateways ?? {}).map((name) => body(idOf.network('natGateways', name), {})),
    ...Object.entries(sketch.routeTables ?? {}).map(([name, table]) =>
      body(idOf.network('routeTables', name), {
        routes:
          table.nextHopType === undefined
            ? []
            : [
                {
                  name: 'default',
                  properties: { addressPrefix: '0.0.0.0/0', nextHopType: table.nextHopType },
                },
              ],
      }),
    ),
  ]);
}
