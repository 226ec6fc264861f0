/** Where a client came from: the documents point back to the same name. */
export interface Origins {
  /** Of the request: links in answers lead back the way they came. */
  readonly own: string;
  /** Sign-in is https only, also where the metadata was asked for over http. */
  readonly https: string;
}

const audience = 'https://management.core.windows.net/';

/**
 * What a cloud says about itself. Versions from 2018-05-01 to 2020-06-01 answer a list of clouds, all others one cloud
 * (as three versions of the Azure CLI read them, measured November 2026).
 */
export function cloudDocument(origins: Origins, apiVersion: string): object {
  const cloud = {
    name: 'Sandbox',
    portal: origins.own,
    graphEndpoint: 'https://graph.windows.net/',
    graphAudience: 'https://graph.windows.net/',
    graph: 'https://graph.windows.net/',
    microsoftGraphResourceId: 'https://graph.microsoft.com/',
    resourceManager: origins.https,
    suffixes: {},
    authentication: {
      loginEndpoint: `${origins.https}/adfs`,
      audiences: [audience, 'https://management.azure.com/'],
      tenant: 'adfs',
      identityProvider: 'ADFS',
    },
  };
  return apiVersion >= '2018-05-01' && apiVersion <= '2020-06-01' ? [cloud] : cloud;
}

/** The OpenID document of the authority, or of a tenant below it. */
export function openIdDocument(origins: Origins, tenant?: string): object {
  const authority = `${origins.https}/adfs${tenant === undefined ? '' : `/${tenant}`}`;
  return {
    issuer: authority,
    authorization_endpoint: `${authority}/oauth2/authorize`,
    token_endpoint: `${authority}/oauth2/token`,
    device_authorization_endpoint: `${authority}/oauth2/devicecode`,
    jwks_uri: `${origins.https}/adfs/discovery/keys`,
    response_types_supported: ['code', 'id_token', 'token'],
    grant_types_supported: ['client_credentials', 'password', 'refresh_token', 'device_code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['HS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
  };
}
