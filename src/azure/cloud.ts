import type { Cloud } from './ports.js';

// Hosts and audiences: Azure docs "National clouds" and the SDK's own cloud settings, read 2026-11-23.

export const publicCloud: Cloud = {
  name: 'Azure',
  resourceManager: 'https://management.azure.com',
  scopes: ['https://management.azure.com/.default'],
  portal: 'https://portal.azure.com',
};

export const chinaCloud: Cloud = {
  name: 'Azure China',
  resourceManager: 'https://management.chinacloudapi.cn',
  scopes: ['https://management.core.chinacloudapi.cn/.default'],
  portal: 'https://portal.azure.cn',
};

export const usGovernmentCloud: Cloud = {
  name: 'Azure US Government',
  resourceManager: 'https://management.usgovcloudapi.net',
  scopes: ['https://management.core.usgovcloudapi.net/.default'],
  portal: 'https://portal.azure.us',
};

/**
 * A cloud by its own addresses (Azure Stack Hub and the like), or undefined where an address is not an https URL
 * without user, path or query: a token would otherwise travel to a place that nobody meant.
 */
export function customCloud(settings: {
  readonly name?: string;
  readonly resourceManager: string;
  readonly audience?: string;
  readonly portal?: string;
}): Cloud | undefined {
  const resourceManager = httpsOrigin(settings.resourceManager);
  if (resourceManager === undefined) return undefined;
  const audience = (settings.audience ?? resourceManager).replace(/\/+$/, '');
  return {
    name: settings.name ?? new URL(resourceManager).host,
    resourceManager,
    scopes: [`${audience}/.default`],
    portal: (settings.portal === undefined ? undefined : httpsOrigin(settings.portal)) ?? resourceManager,
  };
}

/** The sandbox, under its made-up host. */
export const sandboxCloud = (host: string): Cloud => ({
  name: 'Sandbox',
  resourceManager: host.replace(/\/+$/, ''),
  scopes: [`${host.replace(/\/+$/, '')}/.default`],
  portal: host.replace(/\/+$/, ''),
});

function httpsOrigin(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  return url.pathname === '/' && url.search === '' ? url.origin : undefined;
}
