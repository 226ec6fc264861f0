import { describe, expect, it } from 'vitest';
import { customCloud } from '../../src/azure/cloud.js';
import { chosenCloud, cloudChoice, providerOf } from '../../src/host/cloud-choice.js';

describe("the cloud of VS Code's settings", () => {
  const clouds = {
    publicCloud: 'public',
    chinaCloud: 'china',
    usGovernmentCloud: 'usGovernment',
    customCloud: (addresses: Parameters<typeof customCloud>[0]) =>
      customCloud(addresses)?.scopes.join().concat(' at ', addresses.resourceManager),
  } as const;
  const hub = {
    name: 'Hub',
    portalUrl: 'https://portal.hub.example/',
    managementEndpointUrl: 'https://management.hub.example/',
    resourceManagerEndpointUrl: 'https://arm.hub.example/',
    activeDirectoryEndpointUrl: 'https://login.hub.example/',
    activeDirectoryResourceId: 'https://directory.hub.example/',
  };

  it.each([
    [undefined, 'public', 'microsoft'],
    ['', 'public', 'microsoft'],
    ['ChinaCloud', 'china', 'microsoft-sovereign-cloud'],
    ['USGovernment', 'usGovernment', 'microsoft-sovereign-cloud'],
    [7, 'public', 'microsoft'],
  ])('with environment %j is %s, signed in to by %s', (environment, cloud, provider) => {
    const choice = cloudChoice(environment, hub);
    expect(chosenCloud<string>(choice, clouds)).toBe(cloud);
    expect(providerOf(choice)).toBe(provider);
  });

  it('may be a custom one, by the field names of its setting', () => {
    const choice = cloudChoice('custom', hub);
    expect(providerOf(choice)).toBe('microsoft-sovereign-cloud');
    expect(chosenCloud<string>(choice, clouds)).toBe(
      'https://management.hub.example/.default at https://arm.hub.example',
    );
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    { ...hub, resourceManagerEndpointUrl: 7 },
    { ...hub, resourceManagerEndpointUrl: 'http://arm.hub.example' },
  ])('is none, and never the public one, where the custom addresses are %j', (custom) => {
    expect(() => chosenCloud<string>(cloudChoice('custom', custom), clouds)).toThrow(
      /microsoft-sovereign-cloud/,
    );
  });
});
