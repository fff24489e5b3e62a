# The labels that only this guide needs.
label-key-vaults = Key vaults
label-access-policies = Access policies
label-add-role-assignment = Add role assignment
label-access-configuration = Access configuration
