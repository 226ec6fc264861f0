// Clusters with mistakes that Azure reports only minutes after the deployment has begun, or never.
param location string = resourceGroup().location
param nodesSubnetId string

// User-defined routing has no load balancer in its way out: the outbound addresses below would never be used.
resource routed 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'routed'
  location: location
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    dnsPrefix: 'routed'
    networkProfile: {
      loadBalancerSku: 'standard'
      outboundType: 'userDefinedRouting'
      loadBalancerProfile: {
        managedOutboundIPs: {
          count: 2
        }
      }
    }
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        count: 3
        vmSize: 'Standard_D4s_v5'
        vnetSubnetID: nodesSubnetId
      }
    ]
  }
}

// Close to Azure's spelling, but not it: tools that compare letter by letter do not recognize it.
resource misspelt 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'misspelt'
  location: location
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    dnsPrefix: 'misspelt'
    networkProfile: {
      loadBalancerSku: 'standard'
      outboundType: 'ManagedNatGateway'
    }
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        count: 3
        vmSize: 'Standard_D4s_v5'
      }
    ]
  }
}

// A NAT gateway of one's own hangs on a subnet of one's own, and none is named.
resource homeless 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'homeless'
  location: location
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    dnsPrefix: 'homeless'
    networkProfile: {
      loadBalancerSku: 'standard'
      outboundType: 'userAssignedNATGateway'
    }
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        count: 3
        vmSize: 'Standard_D4s_v5'
      }
    ]
  }
}

// Numbers that Azure does not take, and a load balancer that was retired.
resource thirsty 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'thirsty'
  location: location
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    dnsPrefix: 'thirsty'
    networkProfile: {
      loadBalancerSku: 'basic'
      outboundType: 'loadBalancer'
      loadBalancerProfile: {
        managedOutboundIPs: {
          count: 2
        }
        allocatedOutboundPorts: 1001
        idleTimeoutInMinutes: 200
      }
      natGatewayProfile: {
        idleTimeoutInMinutes: 4
      }
    }
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        count: 3
        vmSize: 'Standard_D4s_v5'
      }
    ]
  }
}

// A network that the routes of its cluster do not reach: the subnet of the nodes has no route table.
resource network 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: 'astray-vnet'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.50.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'nodes'
        properties: {
          addressPrefix: '10.50.0.0/22'
        }
      }
    ]
  }
}

resource astray 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'astray'
  location: location
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    dnsPrefix: 'astray'
    networkProfile: {
      loadBalancerSku: 'standard'
      outboundType: 'userDefinedRouting'
    }
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        count: 3
        vmSize: 'Standard_D4s_v5'
        vnetSubnetID: network.properties.subnets[0].id
      }
    ]
  }
}
