# Words of exports and of the tree printed as text. Code spans, links and bold parts come in by variable.

export-values = Values
export-value-name = Name
export-value = Value

export-found = What was found
export-question = Question
export-answer = Answer
export-cause = Cause: { $cause }
export-nothing-found = No question has been answered yet.

export-steps = What to do
export-no-steps = With the answers so far there are no steps yet.
export-in-all = { $time } in all
export-needs = Before you start:
export-worked = How you know that it worked:
export-noted = Noted:
export-links = To read: { $links }

export-open = What is still open
export-nothing-open = Nothing is left open.
export-open-steps = { $all ->
    [one] The only step has no mark yet; it takes about { $time }.
   *[other] { $open ->
        [one] Of { $all } steps { $open } has no mark yet; what is left takes about { $time }.
       *[other] Of { $all } steps { $open } have no mark yet; what is left takes about { $time }.
    }
}
export-open-question = The next question: { $question }
export-find-out = How to find out:
export-unfilled = These values are not filled in yet, so they still stand as placeholders:

export-outcome = Status
export-unfinished = It is not decided yet: a question is still open.
export-then = Then answer this question again, and it goes on from there: { $question }
export-logs = Logs to attach:
export-ids = Details to give support:

export-sources = Sources
export-document = { $document }, dated { $dated }; compared with its newest copy of { $newest } on { $checked }.
export-basis = { $what }, checked { $checked }
export-basis-newer = { $what }, added after Microsoft's article ({ $since }), checked { $checked }
export-guide = Guide { $guide }, revision { $revision }.

export-names = Details to give support
export-tried = What was tried
export-nothing-tried = No step has been marked.
export-step = Step
export-result = Result
export-left = Steps that are still open
export-nothing-left = No step is open.
export-attach = Logs to attach
export-paste = Text to paste
export-paste-error = The backup of an Azure VM fails with { $code }: { $message }
export-paste-tried = What was tried so far:

export-name = Case:
export-aside = Kept aside
export-aside-why = These answers, marks and notes belong to places that the answers above do not lead to; they count again once the way leads there.
export-place = Place
export-kept = What is kept

export-resumed-absent = The file carries no case, so this is what its text shows: look over the marks and notes before you go on.
export-resumed-damaged = The case in the file is damaged, so this is what its text shows: look over the marks and notes before you go on.
export-resumed-newer = A later version of the program wrote the case in the file, so this is what its text shows.
export-resumed-done = Ticked in the text, so it is done now: { $what }
export-resumed-todo = No longer ticked in the text, so it is to do again: { $what }
export-resumed-unknown = This task is no step of the case and was left out: { $what }
export-resumed-missing = { $count ->
    [one] { $count } step of the case is not in the text; its mark stays as it was.
   *[other] { $count } steps of the case are not in the text; their marks stay as they were.
}
export-resumed-row = The tables of the text say something else here, and the case keeps its own: { $what }
export-resumed-kept = No longer in the tables of the text, but the case keeps it: { $what }
export-resumed-deleted = Deleted from the text, so it was removed from the case too: { $what }
export-resumed-value = This value was left out, since it breaks the naming rules of Azure or no command has it: { $what }

questions-use = Put the id of an option between the quotes: the ids stand behind each line, their meaning above it. What stays empty counts as not answered, and the checklist then goes as far as the answers do.
questions-unsure = The answer { $unsure } means that you do not know.
questions-places = A key with slashes belongs to one place of the tree, since this question is asked anew after each repair. Then write the checklist with:

show-codes = Code:
show-aliases = Also written:
show-id = Name here:
show-category = Group:
show-message = Message:
show-means = Meaning:
show-side = Reported by:
side-vm = what runs inside the VM: the VM agent, the backup extension, Windows or Linux
side-backup = Azure Backup
side-compute = Azure compute, which creates snapshots and VMs
side-storage = storage accounts and disks
side-subscription = the settings of the subscription: quotas, locks, policies and permissions
show-tree = The way through
show-causes = Causes
show-questions = Questions
show-remedies = Remedies
show-handovers = Who takes over
show-variables = Values in the commands
show-variable = { $what }, such as { $example }
show-limits = Figures and their dates
show-newer = a later source: { $value } ({ $dated })
show-origin = Compared with its source on { $checked }:
show-ask = Question: { $what }
show-ask-anew = Question, asked anew: { $what }
show-do = Remedy: { $what }
show-then = then
show-walk = Cause: { $what }
show-routine = Routine: { $what }
show-renamed = Here, { $value } is used for { $name }.
show-exit = Leave the cause: { $what }
show-end = End: { $what }
show-as-if = { $unsure }, as if the answer were { $option }
show-advised = (advised)

export-carries = A hidden comment below contains the whole case: values, answers, marks, notes and evidence. It lets this file be resumed. What you delete from the text above stays in the comment. To share the file without it, delete the comment or export again without the case.

export-evidence = What the evidence says
export-evidence-kept = { $question } **{ $answer }**, from { $place }: { $words }
export-evidence-overruled = { $question } **{ $answer }**, from { $place }: { $words }. Overruled by the person, whose answer is: **{ $given }**
export-evidence-unasked = { $question } **{ $answer }**, from { $place }: { $words }. Not asked so far.
export-evidence-others = All other answers were given by the person.

# Commands that collect evidence

collect-use = Run the commands of the places that are open to you. They only read and change nothing. Fill in what stands in angle brackets first.
collect-look = Send back the whole output of each command, several in one file if you like. A command that fails tells something as well.
collect-private = Look through the output before you send it: it holds names, addresses and identifiers.
collect-where = { $via ->
    [az] Azure CLI, at your desk or in Cloud Shell (Bash)
    [powershell] Azure PowerShell, at your desk or in Cloud Shell, where there is no Azure CLI
    [windows] PowerShell as administrator, inside a Windows VM
   *[linux] A shell with root rights, inside a Linux VM
}: { $reader ->
    [program] this program reads the output
   *[person] a person reads the output
}
