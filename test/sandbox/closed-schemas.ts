import { Ajv, type ValidateFunction } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { at, textAt, withAt, type JsonObject } from '../../src/sandbox/json.js';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/schemas');
const isThere = existsSync(folder);
const why = isThere ? '' : ' (skipped, because ../shared/data/schemas is not there)';

function schema(file: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  return ajv.compile(JSON.parse(readFileSync(path.join(folder, `${file}.schema.json`), 'utf8')) as object);
}

/** What the schema of 2026-05-01 does not know of 2026-06-01. */
function before0601(body: JsonObject): JsonObject {
  const gateway = ['properties', 'networkProfile', 'natGatewayProfile'];
  return [['sku'], ['outboundIPs'], ['outboundIPPrefixes'], ['managedOutboundIPProfile', 'countIPv6']].reduce(
    (cut, key) =>
      at(cut, ...gateway, ...key) === undefined ? cut : withAt(cut, [...gateway, ...key], undefined),
    body,
  );
}

const findings = (
  validate: ValidateFunction,
  body: JsonObject,
  apiVersion: string,
  type: string,
): readonly string[] => {
  validate({ ...body, apiVersion, type });
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${textAt(body, 'id')} ${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  );
};

/** The closed schemas, where they are at hand, and what they say of a body: nothing for a type that they do not have. */
export function schemasOf(): {
  readonly isThere: boolean;
  readonly why: string;
  readonly check: (body: JsonObject) => readonly string[];
} {
  const cluster = isThere ? schema('managedClusters-2026-05-01.response') : undefined;
  const network: Readonly<Record<string, ValidateFunction>> = isThere
    ? {
        'Microsoft.Network/natGateways': schema('natGateways-2025-09-01.response'),
        'Microsoft.Network/publicIPAddresses': schema('publicIPAddresses-2025-09-01.response'),
        'Microsoft.Network/virtualNetworks/subnets': schema('virtualNetworks-subnets-2025-09-01.response'),
      }
    : {};

  const check = (body: JsonObject): readonly string[] => {
    const type = textAt(body, 'type');
    if (type === 'Microsoft.ContainerService/ManagedClusters')
      return findings(cluster!, before0601(body), '2026-05-01', 'Microsoft.ContainerService/managedClusters');
    const validate = network[type];
    return validate === undefined ? [] : findings(validate, body, '2025-09-01', type);
  };
  return { isThere, why, check };
}
