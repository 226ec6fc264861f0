import { AzureCliCredential } from '@azure/identity';

// A file of its own, imported on first use: the bundle keeps nothing else of @azure/identity.

/** A token from `az account get-access-token`; `az` runs only when this is called. */
export async function tokenFromAzureCli(
  scopes: readonly string[],
  tenantId: string | undefined,
): Promise<{ readonly token: string; readonly expiresAtInMs: number }> {
  const credential = new AzureCliCredential(tenantId === undefined ? {} : { tenantId });
  const { token, expiresOnTimestamp } = await credential.getToken([...scopes]);
  return { token, expiresAtInMs: expiresOnTimestamp };
}
