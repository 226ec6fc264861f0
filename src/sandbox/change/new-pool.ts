import { isObject, objectOf, present, without, type JsonObject } from '../json.js';

/** What AKS fills in for a new pool (recorded 2026); empty texts and zeros of old clients count as left out. */
export function newPool(
  sent: JsonObject,
  options: {
    readonly name: string;
    readonly version: string;
    readonly currentVersion: string;
    readonly isKubenet: boolean;
    readonly eTag: string;
  },
): JsonObject {
  const isWindows = sent['osType'] === 'Windows';
  const given = Object.fromEntries(
    Object.entries(present(sent)).filter(
      ([key, value]) =>
        value !== '' &&
        !(key === 'osDiskSizeGB' && value === 0) &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
  const upgrade = objectOf(given['upgradeSettings']);
  return present({
    name: options.name,
    count: 1,
    vmSize: 'Standard_D4s_v5',
    osDiskSizeGB: 128,
    osDiskType: 'Managed',
    kubeletDiskType: 'OS',
    maxPods: options.isKubenet ? 110 : 250,
    type: 'VirtualMachineScaleSets',
    scaleDownMode: 'Delete',
    enableNodePublicIP: false,
    mode: 'User',
    osType: 'Linux',
    osSKU: isWindows ? 'Windows2022' : 'Ubuntu',
    enableFIPS: false,
    windowsProfile: isWindows ? { disableOutboundNat: false } : undefined,
    securityProfile: { sshAccess: 'LocalUser', enableVTPM: false, enableSecureBoot: false },
    ...without(given, ...readOnly, ...onlySpot(given)),
    upgradeSettings: { maxSurge: '10%', maxUnavailable: '0', ...upgrade },
    orchestratorVersion:
      isObject(given) && given['orchestratorVersion'] ? given['orchestratorVersion'] : options.version,
    currentOrchestratorVersion: options.currentVersion,
    nodeImageVersion: isWindows
      ? 'AKSWindows-2022-containerd-20348.4171.260812'
      : 'AKSUbuntu-2204gen2containerd-202608.12.0',
    provisioningState: 'Creating',
    powerState: { code: 'Running' },
    eTag: options.eTag,
  });
}

const readOnly = [
  ...['name', 'eTag', 'provisioningState', 'powerState', 'currentOrchestratorVersion', 'nodeImageVersion'],
  ...['status', 'orchestratorVersion', 'upgradeSettings'],
];

/** Of a pool at the regular price these are not answered (recorded). */
const onlySpot = ({ scaleSetPriority }: JsonObject): readonly string[] =>
  scaleSetPriority === 'Spot' ? [] : ['scaleSetPriority', 'scaleSetEvictionPolicy', 'spotMaxPrice'];
