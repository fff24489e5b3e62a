# Words of triage: many failed jobs, grouped by problem. Code spans come in by variable.

triage-title = Failed backups by problem
triage-all = { $jobs ->
    [one] One failed backup job
   *[other] { $jobs } failed backup jobs
} of { $vms ->
    [one] one VM
   *[other] { $vms } VMs
}, { $problems ->
    [0] with no known problem.
    [one] with one known problem.
   *[other] with { $problems } known problems.
}
triage-group = { $jobs ->
    [one] One failed job
   *[other] { $jobs } failed jobs
} of { $vms ->
    [one] one VM
   *[other] { $vms } VMs
} in { $vaults ->
    [one] one vault
   *[other] { $vaults } vaults
}. { $jobs ->
    [one] Start: { $last }.
   *[other] First start: { $first }, last start: { $last }.
}

triage-problem = Problem
triage-code = Code
triage-number = Number
triage-message = Message
triage-operation = Operation
triage-first = First start
triage-last = Last start
triage-jobs = Jobs
triage-vms = VMs
triage-vm = VM
triage-vault = Vault
triage-group-name = Resource group
triage-differs = Difference
triage-no-time = unknown

triage-plan = Plan for all jobs
triage-ask = First find out, for each VM or for all at once:
triage-do = Then, depending on the answers:
triage-list = Checklist: { $export }
triage-more = Full details with commands: { $show }
triage-apart = Differences between the jobs
triage-vaults = Vaults
triage-machines = VMs
triage-rest = { $count ->
    [one] One more row is not listed here. To list all rows, use { $format }.
   *[other] { $count } more rows are not listed here. To list all rows, use { $format }.
}
triage-unknown = Unknown codes
triage-unknown-why = These codes are counted but not explained. Check the details of one of the jobs.
triage-rest-codes = { $count ->
    [one] One more code is not listed here. To list all codes, use { $format }.
   *[other] { $count } more codes are not listed here. To list all codes, use { $format }.
}

triage-note = { $count ->
    [one] One backup job of this VM failed with this problem. Start: { $last }.
   *[other] { $count } backup jobs of this VM failed with this problem. First start: { $first }, last start: { $last }.
}
triage-note-others = { $count ->
    [one] Jobs of this VM also failed with another problem: { $codes }
   *[other] Jobs of this VM also failed with other problems: { $codes }
}

triage-read = { $records ->
    [one] One record was read
   *[other] { $records } records were read
}, from { $jobs ->
    [one] one job
   *[other] { $jobs } jobs
}. { $others ->
    [0] Every job is a failed backup of a VM.
    [one] One job is not counted: it is not a failed backup of a VM.
   *[other] { $others } jobs are not counted: they are not failed backups of VMs.
}
triage-none = No failed VM backups found.
triage-no-known = None of the codes is known.
triage-written = { $count ->
    [0] No case was written to { $path }.
    [one] One case was written to { $path }. Open it with { $option }.
   *[other] { $count } cases were written to { $path }. Open them with { $option }.
}
