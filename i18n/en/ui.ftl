# Words that every face of the program shares.

answer-unsure = Not known
answer-none = Not answered yet

duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
duration-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
duration-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

exit-resolved = solved it
exit-unresolved = worked through, the error may remain
exit-ruled-out = not the cause

outcome-resolved = Resolved
    .text = The backup works again, and the next scheduled one has been seen to work.
outcome-wait = Come back in { $time }
    .text = Nothing is left to do until then; your answers are kept as they are.
outcome-escalate = Somebody else takes over
    .text = Hand over what was tried, so that nobody has to start again.
outcome-see = Go on with another problem
    .text = Open the problem that the detail names.

via-portal = Portal
via-az = Azure CLI
via-powershell = PowerShell
via-windows = In the VM (Windows)
via-linux = In the VM (Linux)

mark-todo = to do
mark-done = done
mark-failed = failed
mark-skipped = skipped

step-optional = optional
step-only-if = only if: { $condition }
step-since = newer than the document: { $day }
step-withdrawn = withdrawn by Microsoft since { $day }
step-warning = Caution:
