@description('Name of the account.')
param name string
param location string
param tags object

@description('Container of the app package.')
param packageContainer string

@description('Hub name: its container holds ledger, kept runs and idempotency records; media lie beside it.')
param hub string

@description('True to close the public endpoints.')
param privateOnly bool

@description('Workspace of the diagnostic logs.')
param workspaceId string

module account 'br/public:avm/res/storage/storage-account:0.8.3' = {
  name: 'account'
  params: {
    name: name
    location: location
    tags: tags
    skuName: 'Standard_ZRS'
    allowBlobPublicAccess: false
    // Identities only: there is no key that could leak, and none to rotate.
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: privateOnly ? 'Deny' : 'Allow'
      bypass: privateOnly ? 'None' : 'AzureServices'
    }
    blobServices: {
      // The ledger of paid calls must survive a slip of the hand.
      deleteRetentionPolicyEnabled: true
      deleteRetentionPolicyDays: 7
      containerDeleteRetentionPolicyEnabled: true
      containerDeleteRetentionPolicyDays: 7
      containers: [
        { name: packageContainer }
        { name: hub }
        { name: '${hub}-media' }
      ]
      diagnosticSettings: [
        {
          workspaceResourceId: workspaceId
          logCategoriesAndGroups: [
            { category: 'StorageDelete' }
          ]
          metricCategories: [
            { category: 'Transaction' }
          ]
        }
      ]
    }
    queueServices: {
      queues: [
        { name: 'mediaflows-ingest' }
        { name: 'mediaflows-ingest-poison' }
      ]
      diagnosticSettings: [
        {
          workspaceResourceId: workspaceId
          metricCategories: [
            { category: 'Transaction' }
          ]
        }
      ]
    }
  }
}

output name string = account.outputs.name
output resourceId string = account.outputs.resourceId
