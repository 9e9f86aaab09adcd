param location string
param tags object
param networkId string
param subnetId string
param storageId string
param vaultId string

var targets = [
  {
    name: 'blob'
    resourceId: storageId
    zone: 'privatelink.blob.${environment().suffixes.storage}'
  }
  {
    name: 'queue'
    resourceId: storageId
    zone: 'privatelink.queue.${environment().suffixes.storage}'
  }
  {
    name: 'vault'
    resourceId: vaultId
    zone: 'privatelink.vaultcore.azure.net'
  }
]

module zones 'br/public:avm/res/network/private-dns-zone:0.7.1' = [
  for target in targets: {
    name: 'zone-${target.name}'
    params: {
      name: target.zone
      location: 'global'
      tags: tags
      virtualNetworkLinks: [
        {
          name: 'link-${target.name}'
          virtualNetworkResourceId: networkId
          registrationEnabled: false
          location: 'global'
          tags: tags
        }
      ]
    }
  }
]

module endpoints 'br/public:avm/res/network/private-endpoint:0.11.0' = [
  for (target, i) in targets: {
    name: 'endpoint-${target.name}'
    params: {
      name: 'pe-${target.name}'
      location: location
      tags: tags
      subnetResourceId: subnetId
      privateLinkServiceConnections: [
        {
          name: target.name
          properties: {
            privateLinkServiceId: target.resourceId
            groupIds: [
              target.name
            ]
          }
        }
      ]
      privateDnsZoneGroup: {
        name: target.name
        privateDnsZoneGroupConfigs: [
          {
            name: target.name
            privateDnsZoneResourceId: zones[i].outputs.resourceId
          }
        ]
      }
    }
  }
]
