# Words that every face of the program shares.

answer-unsure = Not known

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
exit-unresolved = worked through, the error can remain
exit-ruled-out = not the cause

outcome-resolved = Resolved
    .text = By your answers the backup works again, and the next scheduled one succeeded.
outcome-wait = Come back in { $time }
    .text = Now you wait; your answers stay as they are.
outcome-escalate = Somebody else takes over
    .text = Hand over what was tried, so that nobody has to start again.
outcome-see = Go on with another problem
    .text = Open the problem that the detail names.

via-portal = Portal
via-az = Azure CLI
via-powershell = PowerShell
via-windows = In the VM (Windows)
via-linux = In the VM (Linux)

mark-done = done
mark-failed = failed
mark-skipped = skipped

step-optional = optional
step-only-if = only if: { $condition }
step-since = added after Microsoft's article: { $day }
step-withdrawn = withdrawn by Microsoft since { $day }
step-warning = Caution:
step-noted = note

# Home

# A question

question-number = Question { $number }
question-number-fresh = Question { $number }, asked again after what was done
question-why = Why:
cause-count = cause { $number } of at most { $most }
cause-label = Cause looked into:
question-how = How to find out
question-no-way = No command tells this; ask whoever looks after this VM.
question-answered = This was answered before. Another answer here changes the way from here on.
option-advised = { $option } (advised)
option-unsure = I don't know: show me how to find out
option-unsure-on = I can't find out. Skip this question
variables-missing = Not filled in yet: { $names }. Press v.

# A remedy

remedy-progress = Remedy: { $done } of { $all } steps marked, { $left } left
remedy-all-marked = Remedy: all { $all } steps marked
remedy-needs = Before you start:
remedy-worked = It worked if:

# An outcome

outcome-next-resolved = Press Enter to go home, or e to export the checklist.
outcome-next-wait = Press Enter when the time is over, to answer again.
outcome-next-escalate = Press Enter to export what to hand over.
outcome-next-see = Press Enter to go there.
outcome-next-see-none = Press Enter to search for what the details name.
outcome-done = What was on the way
outcome-logs = Logs to attach

# Trail and checklist

trail-title = Trail
checklist-title = Checklist of the whole case
checklist-empty = No steps yet: answer the questions first.

# Export

export-title = Export as a Markdown checklist
export-title-handover = Export as a package for whoever takes over
export-file = File (f):
export-language = Language (L): { $locale }
export-redacted = Names (r): pseudonyms in their place
export-unredacted = Names (r): as they are
export-carried = Case (c): inside, in a hidden comment
export-uncarried = Case (c): left out
export-preview = This will be written:

# Dialogs

help-title = Keys on this screen
help-about = The program runs nothing and calls nobody: it shows commands and copies them through the terminal.
languages-title = Language
collect-title = Commands that collect evidence
collect-text = Run them where you have access, then paste the whole output here. They only read. Fill in what stands in angle brackets first.
collect-place = { $via ->
    [az] Azure CLI, at your desk or in Cloud Shell (Bash)
    [powershell] Azure PowerShell, at your desk or in Cloud Shell
    [windows] PowerShell as administrator, inside a Windows VM
   *[linux] A shell with root rights, inside a Linux VM
}
variables-title = Names for the commands
variables-text = These values are used in every command and in the export, quoted for the shell.
field-example = Example: { $example }
field-several = Several values are separated by commas.
field-empty = empty
field-note = Note on this step
field-note-case = Note on the whole case
field-fail = Why did this step fail?
field-skip = Why is this step left out?
field-target = File for the export
confirm-left-off = With this answer these later answers no longer apply:
confirm-left-off-kept = They are kept, and count again if you come back to this way.
confirm-disruptive = Mark this step as done? What it does when you carry it out:
confirm-overwrite = The file exists already. Replace it?
confirm-quit = Cases with answers have not been exported and will be lost. Leave all the same?
confirm-yes = Enter: yes
confirm-no = Esc: no

rule-vm = A VM name has 1 to 64 letters, digits, hyphens, dots or underscores, and starts and ends with a letter, digit or underscore.
rule-resource-group = A resource group name has 1 to 90 letters, digits, hyphens, dots, underscores or round brackets, and does not end with a dot.
rule-subscription = A subscription is given by its ID, or by a name without special characters.
rule-vault = A vault name has 2 to 50 letters, digits or hyphens, and starts with a letter.
rule-key-vault = A key vault name has 3 to 24 letters, digits or single hyphens, and starts with a letter.
rule-name = A name here has letters, digits, hyphens, dots, underscores, blanks or round brackets, and starts with a letter, digit or underscore.
rule-guid = An ID has 32 hexadecimal digits in five groups: 8, 4, 4, 4 and 12.
rule-ip-address = An address is four numbers with dots between them.
rule-day = A day here is written as day, month and year with hyphens between them, two digits, two digits and four.

status-undone = The last change is taken back.
status-redone = The change is made again.
status-nothing-to-undo = There is nothing to take back.
status-nothing-to-redo = There is nothing to make again.
status-choose-first = Nothing is selected yet. Press the number of an answer, or select one with the arrow keys.
status-nothing-found = Nothing fits what was typed.
status-nothing-to-collect = No command collects what is still open.
status-nothing-proposed = The evidence proposes no answer to this question.
status-accepted = { $answers ->
    [one] One proposed answer was accepted; u takes it back.
   *[other] { $answers } proposed answers were accepted; u takes back one at a time.
}
status-copied = Sent to the clipboard of your terminal.
status-copied-open = Sent to the clipboard of your terminal; { $name } is not filled in yet (v).
status-nothing-to-copy = There is no command in view.
status-paste-cut = The text was too long; only its start was taken.
status-mouse-on = Mouse clicks are on; m turns them off.
status-mouse-off = Mouse clicks are off; the mouse belongs to the terminal again.
status-written = Written to { $path }

# Keys: a word or two at the foot of the screen, a phrase in the help

help-move = choose a row; g and G go to the first and the last
help-open = open the problem or the case
help-answer = give the selected answer
help-answer-by-number = give the answer with this number
help-unsure = show where to look; pressed again, skip the question
help-tick = mark the selected step as done, or as to do again
help-go-on = continue with what comes next
help-look = go to the selected place
help-edit = fill in the selected name
help-choose = choose the selected row
help-keep = keep the text
help-write = write the file
help-confirm = agree
help-help = show the keys of the screen
help-leave-field = leave the search field, so that letters are commands
help-language = choose another language
help-search = type into the search field
help-cancel = do not
help-file = choose another file
help-redact = put pseudonyms in place of names, identifiers and addresses, or the names again
help-carry = put the case into the file in a hidden comment, or leave it out
help-kind = write the package for whoever takes over, or the checklist again
help-copy = copy the command, or the whole export, through the terminal
help-close = close this
help-collect = show the commands that collect what is still open, as one block to copy
help-accept = give all answers that the evidence proposes, up to the first question it leaves open
help-copy-block = copy the block of commands through the terminal
help-place = choose another place to run the commands
help-export = export the checklist
help-back = go one place back on the trail
help-checklist = show all steps of the case
help-tool = show another tool: portal, command line, in the VM
help-variables = fill in the names that stand in the commands
help-trail = choose a place on the trail, to look at or to answer again
help-fail = mark the step as failed, with a reason
help-skip = mark the step as left out, with a reason
help-note = write a note on the step
help-copy-link = copy the address in view through the terminal
help-undo = take the last change back
help-redo = make the change again
help-home = go home; the case stays open
help-mouse = turn mouse clicks on or off
help-scroll = scroll the text
help-quit = leave the program
help-quit-now = leave the program at once, without a question

checklist-progress = { $done } of { $all } steps marked, { $left } left
checklist-all-marked = All { $all } steps marked
waits-answer = It waits for your answer: { $question }
waits-time = It waits for { $time } to pass; then answer again: { $question }
waits-taker = It waits for somebody else. { $taker }.
help-drop = leave the text as it was

# Cases that are kept

status-read-only = This case cannot be changed here.
status-taken = Another window has this case open. It cannot be changed here.
status-unlocked = The file of this case cannot be locked ({ $reason }), so another window could overwrite it unnoticed. It cannot be changed here. To continue, export the case and resume the exported file.
status-no-home = There is no home folder, so no case is kept after you quit. To keep cases, name a folder with { $option }.
status-refused = Cases cannot be saved in their folder: { $reason }. Remove the cause, or name another folder with { $option }.
status-unfit = The guide has changed: { $count ->
    [one] { $count } answer of this case no longer fits.
   *[other] { $count } answers of this case no longer fit.
}
status-unreadable = This file cannot be read as a case, and it stays where it is: { $path }
status-removed = The case is removed; u brings it back.
status-restored = The case is back.
status-closed = The case is closed; the list of cases still has it.
status-not-kept = The case cannot be saved now, and it is tried again: { $reason }
field-name = Name of this case
help-remove = remove the selected case; it can be brought back
help-restore = bring the removed case back
help-rename = give the case a name
help-note-case = write a note on the whole case
help-close-case = close the case, being done with it
which-title = Which case?
which-text = There are cases of this problem. Start a new one, or continue one of them by its name.
which-other = The evidence names { $named }, but the case is about { $known }. Nothing of it is in the case yet.
which-new = New case
which-go-on = Continue { $case }
which-go-on-details = Continue { $case } ({ $details })
which-group = resource group: { $group }
which-started = started { $minute } UTC
which-answers-only = Only the proposed answers are added, no names
status-evidence-left-out = The evidence is left out: no case has it.
status-lookalike = Some letters of this name only look like Latin ones: { $name }. Check it before you use the commands.
status-paste-unused = The pasted text is not used here.
told-title = What you should know

place-line = { $file }, line { $line }
place-path = { $file }, { $path }

option-proposed = { $option } (says the evidence)
question-contradiction = The evidence contradicts itself here, so it proposes nothing:
evidence-from = from { $place }: { $words }
evidence-filled = Filled in from the evidence: { $name } is { $value } ({ $place })
status-evidence = Read as evidence. Proposed answers: { $answers }; values filled in: { $values }.
status-evidence-nothing = The evidence answers no question of this case and fills in no value.
status-none-of-ours = No known problem was found in this text with enough certainty.
