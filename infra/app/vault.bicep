@description('Name of the vault, at most 24 characters.')
param name string
param location string
param tags object

@description('True to close the public endpoint.')
param privateOnly bool

@description('Workspace of the audit log.')
param workspaceId string

@secure()
@description('Values by secret name. What is not given is left as it is: people set it with the command line, so that no value passes through a parameter file.')
param secrets object = {}

// One secret per provider key, by the providers' own names with a dash for each underscore, and the keys of field encryption.
var secretNames = [
  'ALIBABA-CLOUD-ACCESS-KEY-ID'
  'ALIBABA-CLOUD-ACCESS-KEY-SECRET'
  'BYTED-AIRESEARCH-VIDEOEVAL-API-KEY'
  'BYTEPLUS-ACCESSKEY'
  'BYTEPLUS-CALLBACK-TOKEN'
  'BYTEPLUS-SECRETKEY'
  'MEDIAFLOWS-FIELD-KEYS'
  'TENCENTCLOUD-SECRET-ID'
  'TENCENTCLOUD-SECRET-KEY'
  'TENCENTCLOUD-VOD-AIGC-TOKEN'
  'VOLCENGINE-ACCESS-KEY'
  'VOLCENGINE-SECRET-KEY'
]

module vault 'br/public:avm/res/key-vault/vault:0.12.1' = {
  name: 'vault'
  params: {
    name: name
    location: location
    tags: tags
    sku: 'standard'
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    enableVaultForDeployment: false
    enableVaultForTemplateDeployment: false
    enableVaultForDiskEncryption: false
    publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: privateOnly ? 'Deny' : 'Allow'
      bypass: 'AzureServices'
    }
    diagnosticSettings: [
      {
        workspaceResourceId: workspaceId
        logCategoriesAndGroups: [
          { categoryGroup: 'audit' }
        ]
        metricCategories: [
          { category: 'AllMetrics' }
        ]
      }
    ]
  }
}

resource made 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: name
}

resource values 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = [
  for secret in secretNames: if (contains(secrets, secret)) {
    parent: made
    name: secret
    properties: {
      value: secrets[secret]
    }
    dependsOn: [
      vault
    ]
  }
]

output name string = vault.outputs.name
output resourceId string = vault.outputs.resourceId
output uri string = vault.outputs.uri
