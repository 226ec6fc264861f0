"""What Azure's SDK for Python must be able to do at the sandbox. Says one JSON object of what it saw."""
import json
import os
import ssl
import time
import urllib.parse
import urllib.request

from azure.core.credentials import AccessToken
from azure.core.exceptions import HttpResponseError, ResourceNotFoundError
from azure.mgmt.containerservice import ContainerServiceClient

https, http, certificate = os.environ["ARM"], os.environ["PLAIN"], os.environ["CA"]
subscription = "5b000000-0000-4000-8000-000000000001"


class Credential:
    """Asks the sandbox as a service principal does."""

    def get_token(self, *scopes, **more):
        form = {"grant_type": "client_credentials", "client_id": "dev", "client_secret": "any", "scope": scopes[0]}
        request = urllib.request.Request(https + "/adfs/oauth2/token", urllib.parse.urlencode(form).encode())
        with urllib.request.urlopen(request, context=ssl.create_default_context(cafile=certificate)) as answer:
            token = json.load(answer)
        return AccessToken(token["access_token"], int(time.time()) + token["expires_in"])


client = ContainerServiceClient(Credential(), subscription, base_url=https)
clusters = client.managed_clusters
seen = {"names": sorted(one.name for one in clusters.list())}

shop = clusters.get("rg-shop", "shop-prod")
seen["before"] = shop.network_profile.outbound_type
shop.network_profile.outbound_type = "managedNATGateway"
shop.network_profile.load_balancer_profile = None
after = clusters.begin_create_or_update("rg-shop", "shop-prod", shop).result()
seen["after"] = [after.network_profile.outbound_type, after.provisioning_state]
seen["addresses"] = len(after.network_profile.nat_gateway_profile.effective_outbound_i_ps)

try:
    clusters.get("rg-shop", "nobody")
except ResourceNotFoundError as error:
    seen["missing"] = error.error.code

orders = clusters.get("rg-orders", "orders-prod")
orders.network_profile.outbound_type = "userDefinedRouting"
orders.network_profile.load_balancer_profile = None
try:
    clusters.begin_create_or_update("rg-orders", "orders-prod", orders).result()
except HttpResponseError as error:
    seen["refused"] = [error.status_code, error.error.code]

# The bearer policy sends no token without TLS unless it is told to.
plain = ContainerServiceClient(Credential(), subscription, base_url=http)
seen["plain"] = plain.managed_clusters.get("rg-shop", "shop-prod", enforce_https=False).name

print(json.dumps(seen))
