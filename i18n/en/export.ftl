# Words of exports and of the tree printed as text. Code spans, links and bold parts come in by variable.

export-vm = VM { $vm }
export-left-steps = steps left: { $open } of { $all }, about { $time }
export-written = { $day } { $time } UTC
export-program = Backup Medic { $version }, guide { $guide }, revision { $revision }
export-values = Values
export-value-name = Name
export-value = Value

export-found = Findings
export-question = Question
export-answer = Answer
export-cause = Cause: { $cause }
export-nothing-found = No questions answered yet.

export-steps = What to do
export-no-steps = With the answers so far, there are no steps yet.
export-plan-commands = For click paths and commands, export the checklist with { $option }.
export-needs = Before you start:
export-worked = How to tell that it worked:
export-noted = Note:
export-links = See also: { $links }

export-earlier = Earlier remedies
export-earlier-remedy = { $remedy }: { $marked } of { $all } steps marked

export-open = What is still open
export-left-open = What was left open
export-open-question = Next question: { $question }
export-open-question-again = Next question, asked again: { $question }
export-find-out = How to find out:
export-unfilled = Values not filled in yet: { $names }

export-outcome = Outcome
export-unfinished = in progress
export-closed-unfinished = closed unfinished on { $time }
export-then = Then answer this question again: { $question }
export-logs = Logs to attach:
export-ids = Details to pass on:

timeline-title = What was done, when
timeline-answered = Answered: { $what }
timeline-done = Done: { $what }
timeline-failed = Failed: { $what }
timeline-skipped = Skipped: { $what }
timeline-noted = Note on the step: { $what }
timeline-noted-case = Note on the case

export-sources = Sources
export-document = { $document }, dated { $dated }, compared on { $checked } with the version of { $newest }.
export-basis-newer = { $what } (added after Microsoft's article: { $since })
export-guide = Guide { $guide }, revision { $revision }.

export-names = Details to pass on
export-tried = Steps so far
export-nothing-tried = No steps marked.
export-step = Step
export-result = Result
export-left = Open steps
export-nothing-left = No open steps.
export-attach = Logs to attach
export-paste = Text to paste into a request or an email
export-paste-error = Azure Backup reports { $code } for an Azure VM: { $message }
export-paste-found = Findings:
export-paste-tried = Causes and steps so far:
export-paste-open = Still open:

export-changes = What was done: { $problem }
export-state-before = **Before:** { $state }
export-state-now = **Now:** { $state }
export-answers = Answers
export-marks = Steps
export-notes = Notes
export-whole-case = On the case:
export-change-new = { $what } { $now }
export-change = { $what } { $now }, before: { $before }
export-change-gone = { $what } removed, before: { $before }

export-name = Case:
export-aside = Not used now
export-aside-why = These answers, marks and notes are not on the current trail. They are used again if you change the answers back.
export-place = Place in the guide
export-kept = What is kept

export-resumed-absent = The file contains no saved case. The case was rebuilt from the text. Check the marks and notes before you continue.
export-resumed-damaged = The saved case in the file is damaged. The case was rebuilt from the text. Check the marks and notes before you continue.
export-resumed-newer = A newer version of the program saved the case in this file. The case was rebuilt from the text. Check the marks and notes before you continue.
export-resumed-done = Ticked in the text, so now marked as done: { $what }
export-resumed-todo = No longer ticked in the text, so no longer marked as done: { $what }
export-resumed-unknown = This task is not a step of the case and was ignored: { $what }
export-resumed-missing = { $count ->
    [one] { $count } step of the case is not in the text. Its mark stays as it was.
   *[other] { $count } steps of the case are not in the text. Their marks stay as they were.
}
export-resumed-row = Different in the tables of the file, but unchanged in the case: { $what }
export-resumed-kept = No longer in the tables of the file, but still in the case: { $what }
export-resumed-deleted = Deleted from the text, so it was removed from the case too: { $what }
export-resumed-value = This value was ignored. It is not valid, or no command uses it: { $what }

questions-use = For each question, put one of the IDs between the quotation marks. The IDs are at the end of the line, and their meanings are above. If you have no answer yet, leave the quotation marks empty. The checklist ends at the first open question.
questions-unsure = { $unsure } means that you cannot find out the answer.
questions-places = A key with slashes applies to one place in the guide, because its question is asked again after each repair. To write the checklist, run:

show-codes = Code:
show-aliases = Aliases:
show-id = Problem name:
show-category = Category:
show-message = Message:
show-means = Meaning:
show-side = Origin of the error:
side-vm = what runs inside the VM (the VM agent, the backup extension, Windows or Linux)
side-backup = Azure Backup
side-compute = Azure compute, which creates snapshots and VMs
side-storage = storage accounts and disks
side-subscription = the settings of the subscription (quotas, locks, policies and permissions)
show-tree = Decision tree
show-causes = Causes
show-questions = Questions
show-remedies = Remedies
show-handovers = Handovers
show-variables = Values in the commands
show-variable = { $what }, such as { $example }
show-limits = Limits and their dates
show-newer = in a newer source: { $value } ({ $dated })
show-origin = Compared with its source on { $checked }:
show-ask = Question: { $what }
show-ask-anew = Question, asked again: { $what }
show-do = Remedy: { $what }
show-then = then
show-walk = Cause: { $what }
show-routine = Routine: { $what }
show-renamed = Here, “{ $value }” is used instead of “{ $name }”.
show-exit = Result: { $what }
show-end = Outcome: { $what }
show-as-if = { $unsure }: treated as “{ $option }”
show-advised = (recommended)

export-copy = Copy
export-copied = Copied

export-carries = A hidden comment below contains the whole case: values, answers, marks and notes with their times, and evidence. To continue from this file, run { $command }. What you delete from the text above stays in the comment. To share the file without this data, delete the comment or export again without the case.

export-evidence = What the evidence shows
export-evidence-kept = { $question } **{ $answer }**, from { $place }: { $words }
export-evidence-overruled = { $question } **{ $answer }**, from { $place }: { $words }. The answer given differs: **{ $given }**
export-evidence-unasked = { $question } **{ $answer }**, from { $place }: { $words }. Not asked yet.
export-evidence-others = All other answers are from the user.

# Commands that collect evidence

collect-use = First replace any placeholders in angle brackets. Then run the commands for the tools that you can use. The commands only read data and change nothing.
collect-look = Send back the complete output of each command, in one file or several. The output of a failed command helps too.
collect-private = The output contains names, addresses and IDs. Check it before you send it.
collect-where = { $via ->
    [az] Azure CLI, on your computer or in Cloud Shell (Bash)
    [powershell] Azure PowerShell, on your computer or in Cloud Shell, if you do not use the Azure CLI
    [windows] PowerShell as administrator, inside a Windows VM
   *[linux] A shell with root rights, inside a Linux VM
}: { $reader ->
    [program] this program reads the output
   *[person] a person reads the output
}
