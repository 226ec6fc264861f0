import { format, say } from '../core/message.js';

/** Which Azure cloud VS Code is set to; `custom` with its addresses. */
export type CloudChoice =
  | { readonly kind: 'public' | 'china' | 'usGovernment' }
  | {
      readonly kind: 'custom';
      readonly name?: string;
      readonly resourceManager: string;
      readonly audience?: string;
      readonly portal?: string;
    };

/** The provider of VS Code's sign-in for a cloud. */
export const providerOf = ({ kind }: CloudChoice): string =>
  kind === 'public' ? 'microsoft' : 'microsoft-sovereign-cloud';

/**
 * The cloud that VS Code's own settings choose (`microsoft-sovereign-cloud.environment` and `.customEnvironment`).
 * Values and field names: manifest of VS Code's built-in extension `microsoft-authentication` (VS Code 1.110), read
 * 2026-11-24. The audience is `managementEndpointUrl`, as in Microsoft's own `vscode-azuretools`. An unknown
 * environment means the public cloud; a custom one without addresses is no cloud at all, never another one.
 */
export function cloudChoice(environment: unknown, custom: unknown): CloudChoice {
  if (environment === 'ChinaCloud') return { kind: 'china' };
  if (environment === 'USGovernment') return { kind: 'usGovernment' };
  if (environment !== 'custom') return { kind: 'public' };
  const fields = (typeof custom === 'object' && custom !== null ? custom : {}) as Readonly<
    Record<string, unknown>
  >;
  const text = (name: string): string | undefined => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const resourceManager = text('resourceManagerEndpointUrl') ?? '';
  const [name, portal] = [text('name'), text('portalUrl')];
  const audience = text('managementEndpointUrl') ?? text('activeDirectoryResourceId');
  return {
    kind: 'custom',
    resourceManager: resourceManager.replace(/\/+$/, ''),
    ...(name === undefined ? {} : { name }),
    ...(audience === undefined ? {} : { audience }),
    ...(portal === undefined ? {} : { portal }),
  };
}

interface Addresses {
  readonly name?: string;
  readonly resourceManager: string;
  readonly audience?: string;
  readonly portal?: string;
}

/** The chosen cloud among those that Azure code knows; a custom one with unusable addresses is refused, not guessed. */
export function chosenCloud<C>(
  choice: CloudChoice,
  clouds: {
    readonly publicCloud: C;
    readonly chinaCloud: C;
    readonly usGovernmentCloud: C;
    readonly customCloud: (addresses: Addresses) => C | undefined;
  },
): C {
  switch (choice.kind) {
    case 'public':
      return clouds.publicCloud;
    case 'china':
      return clouds.chinaCloud;
    case 'usGovernment':
      return clouds.usGovernmentCloud;
    case 'custom': {
      const custom = clouds.customCloud(choice);
      if (custom !== undefined) return custom;
      const words =
        choice.resourceManager === ''
          ? say(
              'The setting microsoft-sovereign-cloud.environment is "custom", but customEnvironment names no resourceManagerEndpointUrl. Add it, then refresh.',
            )
          : say(
              'The setting microsoft-sovereign-cloud.customEnvironment names {address}, which is no https address without a path. Correct it, then refresh.',
              { address: choice.resourceManager },
            );
      throw Object.assign(new Error(format(words)), { name: 'HumanError' });
    }
  }
}
