import type { SandboxServer } from './server.js';

/** How to connect, for a person to copy. The tenant is only kept by the command line; any would do. */
export async function tellHowToConnect(
  { sandbox, https, http, certificateFile, folder }: SandboxServer,
  platform: NodeJS.Platform,
): Promise<readonly string[]> {
  const { name, factor } = await sandbox.scenario();
  const [account] = await sandbox.sessions.accounts();
  const tenant = account?.tenantIds[0] ?? '11111111-1111-1111-1111-111111111111';
  const set = (variable: string, value: string): string =>
    platform === 'win32' ? `set ${variable}=${value}` : `export ${variable}='${value}'`;
  return [
    `The sandbox answers as Azure Resource Manager would. Nothing of it is Azure; it ends with this command.`,
    '',
    `  https       ${https}`,
    `  http        ${http}   (for clients that send a token without TLS)`,
    `  trust       ${certificateFile}`,
    `  scenario    ${name}, ${factor} times as fast as the clock`,
    '',
    'With curl (docs/sandbox.md shows more):',
    '',
    `  ${set('ARM', https)}`,
    `  ${set('CA', certificateFile)}`,
    `  curl --cacert "$CA" -d grant_type=client_credentials -d client_id=dev "$ARM/adfs/oauth2/token"`,
    '',
    'With the Azure CLI, in a shell of its own:',
    '',
    `  ${set('AZURE_CONFIG_DIR', `${folder}/az`)}`,
    `  ${set('REQUESTS_CA_BUNDLE', certificateFile)}`,
    `  ${set('AZURE_CORE_COLLECT_TELEMETRY', 'false')}`,
    `  az cloud register -n Sandbox --endpoint-resource-manager ${https}`,
    `  az cloud set -n Sandbox --only-show-errors`,
    `  az login --service-principal -u dev -p any --tenant ${tenant} -o none`,
    `  az aks list -o table`,
    '',
    'Ctrl+C ends it.',
  ];
}
