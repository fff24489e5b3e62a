# The causes that only this guide has.

cause-policy-change = The backup policy was just changed
    .why = When a VM moves from a Standard to an Enhanced policy, the new retention also applies to its older restore points. Backups can then fail with an internal error, which only support can resolve.
