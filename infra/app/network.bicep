param name string
param location string
param tags object

var endpointSubnet = 'private-endpoints'
var appSubnet = 'app'

module network 'br/public:avm/res/network/virtual-network:0.6.1' = {
  name: 'virtual-network'
  params: {
    name: name
    location: location
    tags: tags
    addressPrefixes: [
      '10.40.0.0/16'
    ]
    subnets: [
      {
        name: endpointSubnet
        addressPrefix: '10.40.1.0/24'
        privateEndpointNetworkPolicies: 'Disabled'
      }
      {
        // Flex Consumption runs in delegated subnets; /24 leaves room for its scale-out.
        name: appSubnet
        addressPrefix: '10.40.2.0/24'
        delegation: 'Microsoft.App/environments'
      }
    ]
  }
}

output networkId string = network.outputs.resourceId
output endpointSubnetId string = '${network.outputs.resourceId}/subnets/${endpointSubnet}'
output appSubnetId string = '${network.outputs.resourceId}/subnets/${appSubnet}'
