// Reads queries with Microsoft's own Kusto language service, against the tables that they are made for.
//
// node .ci/kusto.js FOLDER QUERY...: FOLDER holds the package, QUERY is a file. Ends with 1 where anything is wrong.
"use strict";
const fs = require("fs");
const path = require("path");

const [folder, ...queries] = process.argv.slice(2);
const service = path.resolve(folder, "node_modules/@kusto/language-service-next");
require(path.join(service, "bridge.min.js"));
require(path.join(service, "Kusto.Language.Bridge.min.js"));

const { KustoCode, GlobalState, Symbols } = Kusto.Language;

// The columns that Azure documents: of the log's table of jobs, and of the tenant's table of a vault's resources.
const TABLES = {
  AddonAzureBackupJobs: `(AdHocOrScheduledJob: string, ArchiveTierStorageReplicationType: string, AzureDataCenter: string,
    BackupItemFriendlyName: string, BackupItemId: string, BackupItemUniqueId: string,
    BackupManagementServerUniqueId: string, BackupManagementType: string, Category: string,
    DatasourceFriendlyName: string, DatasourceResourceId: string, DatasourceSetFriendlyName: string,
    DatasourceSetResourceId: string, DatasourceSetType: string, DatasourceType: string, DataTransferredInMB: real,
    ExtendedProperties: dynamic, JobDurationInSecs: real, JobFailureCode: string, JobOperation: string,
    JobOperationSubType: string, JobStartDateTime: datetime, JobStatus: string, JobUniqueId: string,
    OperationName: string, ProtectedContainerUniqueId: string, RecoveryJobDestination: string,
    RecoveryJobRPDateTime: datetime, RecoveryJobRPLocation: string, RecoveryLocationType: string,
    ResourceGroupName: string, ResourceId: string, SchemaVersion: string, SourceSystem: string, State: string,
    StorageReplicationType: string, SubscriptionId: string, TenantId: string, TimeGenerated: datetime, Type: string,
    VaultName: string, VaultTags: string, VaultType: string, VaultUniqueId: string, _ResourceId: string,
    _SubscriptionId: string)`,
  recoveryservicesresources: `(id: string, name: string, type: string, tenantId: string, kind: string, location: string,
    resourceGroup: string, subscriptionId: string, managedBy: string, sku: dynamic, plan: dynamic, properties: dynamic,
    tags: dynamic, identity: dynamic, zones: dynamic, extendedLocation: dynamic)`,
};

// Some names are words of the language, so that they stand in brackets.
const bracketed = (columns) => columns.replace(/(\w+):/g, "['$1']:");
const tables = Object.entries(TABLES).map(([name, columns]) => Symbols.TableSymbol.From(bracketed(columns)).WithName(name));
const globals = GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.$ctor1("db", tables));

let wrong = 0;
for (const query of queries) {
  const text = fs.readFileSync(query, "utf8");
  const found = Bridge.toArray(KustoCode.ParseAndAnalyze(text, globals).GetDiagnostics());
  for (const diagnostic of found) {
    const before = text.slice(0, diagnostic.Start).split("\n");
    const place = `${query}:${before.length}:${before[before.length - 1].length + 1}`;
    console.error(`${place}: ${diagnostic.Severity} ${diagnostic.Code}: ${diagnostic.Message}`);
  }
  console.log(`${query}: ${found.length} diagnostics`);
  wrong += found.length;
}
process.exit(wrong > 0 || queries.length === 0 ? 1 : 0);
