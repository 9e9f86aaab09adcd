targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the azd environment; every resource name is derived from it.')
param environmentName string

@minLength(1)
@description('Region of all resources. It must offer Flex Consumption and the Durable Task Scheduler.')
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@description('Object id of the person who deploys: may write secrets and open the scheduler dashboard. Empty for a pipeline.')
param principalId string = ''

@description('True to reach storage and the vault through private endpoints only.')
param vnetEnabled bool = false

@allowed([
  'Consumption'
  'Dedicated'
])
@description('SKU of the Durable Task Scheduler.')
param schedulerSku string = 'Consumption'

@minValue(1)
@maxValue(1000)
@description('Most instances that the app scales out to: the upper bound of cost and of parallel provider calls.')
param maximumInstanceCount int = 40

@allowed([
  512
  2048
  4096
])
@description('Memory of an instance in MB.')
param instanceMemoryMB int = 2048

@minValue(1)
@description('Days that finished flows are kept, unless the flow says otherwise.')
param retentionDays int = 30

@description('Further app settings by the documents\' names (spaces, regions, endpoints). Never secrets: those go to the vault.')
param appSettings object = {}

@secure()
@description('Values of vault secrets by name, for a pipeline that holds them; empty leaves the vault to a person.')
param secrets object = {}

var abbreviations = loadJsonContent('abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var appName = '${abbreviations.webSitesFunctions}${token}'
var storageName = '${abbreviations.storageStorageAccounts}${token}'
var packageContainer = 'app-package'
var hub = 'mediaflows'

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: '${abbreviations.resourcesResourceGroups}${environmentName}'
  location: location
  tags: tags
}

module identity 'br/public:avm/res/managed-identity/user-assigned-identity:0.4.1' = {
  name: 'identity'
  scope: group
  params: {
    name: '${abbreviations.managedIdentityUserAssignedIdentities}${token}'
    location: location
    tags: tags
  }
}

module workspace 'br/public:avm/res/operational-insights/workspace:0.11.1' = {
  name: 'workspace'
  scope: group
  params: {
    name: '${abbreviations.operationalInsightsWorkspaces}${token}'
    location: location
    tags: tags
    dataRetention: 30
  }
}

module insights 'br/public:avm/res/insights/component:0.6.0' = {
  name: 'insights'
  scope: group
  params: {
    name: '${abbreviations.insightsComponents}${token}'
    location: location
    tags: tags
    workspaceResourceId: workspace.outputs.resourceId
    disableLocalAuth: true
  }
}

module network 'app/network.bicep' = if (vnetEnabled) {
  name: 'network'
  scope: group
  params: {
    name: '${abbreviations.networkVirtualNetworks}${token}'
    location: location
    tags: tags
  }
}

module storage 'app/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: storageName
    location: location
    tags: tags
    packageContainer: packageContainer
    hub: hub
    privateOnly: vnetEnabled
    workspaceId: workspace.outputs.resourceId
  }
}

module vault 'app/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: '${abbreviations.keyVaultVaults}${token}'
    location: location
    tags: tags
    privateOnly: vnetEnabled
    workspaceId: workspace.outputs.resourceId
    secrets: secrets
  }
}

module scheduler 'app/scheduler.bicep' = {
  name: 'scheduler'
  scope: group
  params: {
    name: '${abbreviations.durableTaskSchedulers}${token}'
    hubName: '${abbreviations.durableTaskHubs}${token}'
    location: location
    tags: tags
    sku: schedulerSku
  }
}

module endpoints 'app/endpoints.bicep' = if (vnetEnabled) {
  name: 'endpoints'
  scope: group
  params: {
    location: location
    tags: tags
    networkId: network.?outputs.networkId ?? ''
    subnetId: network.?outputs.endpointSubnetId ?? ''
    storageId: storage.outputs.resourceId
    vaultId: vault.outputs.resourceId
  }
}

module roles 'app/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    appPrincipalId: identity.outputs.principalId
    personPrincipalId: principalId
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    schedulerName: scheduler.outputs.name
    hubName: scheduler.outputs.hubName
    insightsName: insights.outputs.name
  }
}

module api 'app/api.bicep' = {
  name: 'api'
  scope: group
  params: {
    name: appName
    planName: '${abbreviations.webServerFarms}${token}'
    location: location
    tags: tags
    identityId: identity.outputs.resourceId
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    packageContainer: packageContainer
    insightsConnectionString: insights.outputs.connectionString
    vaultUri: vault.outputs.uri
    schedulerEndpoint: scheduler.outputs.endpoint
    hubName: scheduler.outputs.hubName
    hub: hub
    retentionDays: retentionDays
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    subnetId: network.?outputs.appSubnetId ?? ''
    workspaceId: workspace.outputs.resourceId
    appSettings: appSettings
  }
  // The app reads its package and its secrets with these rights from its first second.
  dependsOn: [
    roles
    endpoints
  ]
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output SERVICE_API_NAME string = api.outputs.name
output SERVICE_API_URI string = api.outputs.uri
output DURABLE_TASK_SCHEDULER_ENDPOINT string = scheduler.outputs.endpoint
output TASKHUB_NAME string = scheduler.outputs.hubName
output APPLICATIONINSIGHTS_NAME string = insights.outputs.name
