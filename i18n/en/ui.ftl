# Words that every face of the program shares.

answer-unsure = Unknown

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

exit-resolved = fixed
exit-unresolved = done, but the error may remain
exit-ruled-out = not the cause

outcome-resolved = Resolved
    .text = Your answers show that there is nothing left to repair.
outcome-wait = Come back in { $time }
    .text = There is nothing to do until then. Your answers are kept.
outcome-wait-until = Wait until { $time } ({ $left } left)
outcome-wait-over = The waiting time has been over since { $time }
outcome-escalate = Hand over to someone else
    .text = Pass on what you tried, so that the next person does not have to repeat it.
outcome-see = Continue with another problem
    .text = Open the problem that the error details name.

via-portal = Portal
via-az = Azure CLI
via-powershell = PowerShell
via-windows = In the VM (Windows)
via-linux = In the VM (Linux)

mark-done = done
mark-failed = failed
mark-skipped = skipped

step-optional = optional
condition-named = { $name }: { $options }
step-only-if = only if: { $condition }
step-since = added after Microsoft's article: { $day }
step-withdrawn = withdrawn by Microsoft no later than { $day }
step-warning = Caution:
step-noted = note

# Home

# A question

question-number = Question { $number }
question-number-fresh = Question { $number }, asked again
question-why = Why:
cause-count = cause { $number } of at most { $most }
cause-label = Possible cause:
question-how = How to find out
question-no-way = No command can show this. Ask the administrator of the VM.
question-answered = You already answered this question. If you change the answer, the next steps can change too.
option-advised = { $option } (recommended)
option-unsure = I don't know. Where do I look?
option-unsure-on = I can't find out. Skip this question
variables-missing = Not filled in yet: { $names }. Press v.

# A remedy

remedy-progress = Steps marked: { $done } of { $all }. Time left: { $left }
remedy-all-marked = All steps marked ({ $all })
remedy-needs = Before you start:
remedy-worked = How to tell that it worked:

# An outcome

outcome-next-resolved = Press Enter to close this case. To export the checklist first, press e.
outcome-next-closed = This case is closed. Press Enter to go to the home screen.
outcome-next-wait = When the time is up, press Enter and answer again.
outcome-next-due = Press Enter and answer again.
outcome-next-escalate = Press Enter to export the handover package.
outcome-next-see = Press Enter to open that problem.
outcome-next-see-none = Press Enter to search for the error that the details name.
outcome-done = Trail so far
outcome-logs = Logs to attach

# Trail and checklist

trail-title = Trail
plan-title = What may still be needed
plan-intro = { $steps ->
    [one] { $steps } step is still possible. The answers decide whether it is needed.
   *[other] { $steps } steps are still possible. The answers decide which of them are needed.
}
plan-if = If: { $condition }
plan-maybe = If the answers lead there
plan-repair = After each repair
plan-last = If nothing helps
plan-not-yet = Your answers have not led to this step yet, but you can mark it here.

checklist-title = Checklist of the whole case
checklist-empty = No steps yet: answer the questions first.
timeline-empty = No answer, mark or note has a time yet.

# Export

export-title = Export the checklist
export-title-handover = Export the handover package
export-file = File (f):
export-format = Format (t): { $format ->
    [html] HTML, a page for the browser
    [text] plain text, without formatting
    [jira] Jira, its wiki markup
    [json] JSON, for programs
   *[other] Markdown
}
export-language = Language (L): { $locale }
export-tool = Tool: { $tool }
export-redacted = Names (r): replaced with pseudonyms
export-unredacted = Names (r): unchanged
export-carried = Case (c): included, in a hidden comment
export-uncarried = Case (c): not included
export-cannot-carry = Case (c): cannot be included in this format
export-is-case = Case (c): this file is the case
export-preview = Preview:

# Dialogs

help-title = Keys on this screen
palette-title = What you can do here
palette-empty = type a word from an action name
palette-nothing = No action here matches these words.
help-about = This program runs no commands and makes no connections. It shows commands and copies them through the terminal.
languages-title = Language
collect-title = Commands that collect evidence
collect-text = First replace any placeholders in angle brackets. The commands only read data. Run them where you have access, then paste the whole output here.
collect-place = { $via ->
    [az] Azure CLI, on your computer or in Cloud Shell (Bash)
    [powershell] Azure PowerShell, on your computer or in Cloud Shell
    [windows] PowerShell as administrator, inside a Windows VM
   *[linux] A shell with root rights, inside a Linux VM
}
variables-title = Values for the commands
variables-needed = Needed here:
variables-later = Needed elsewhere:
variables-text = These values are used in every command and in the export, quoted for the shell.
field-example = Example: { $example }
field-several = Separate several values with commas.
field-offer-settings = In your settings: { $value }
field-offer-case = Last used: { $value } (in the case { $source })
field-offer-named = Named in { $source }: { $value }
field-offer-several = Named in { $source }: { $value }. Also named: { $others }
field-empty = empty
field-note = Note on this step
field-note-case = Note on the whole case
field-fail = Why did the step fail?
field-skip = Why are you skipping this step?
field-target = File for the export
confirm-left-off = With this answer, your answers to these later questions no longer apply:
confirm-left-off-kept = These answers are kept and apply again if you change this one back.
confirm-disruptive = Mark this step as done? Know this before you carry it out:
confirm-disruptive-all = Mark all required steps as done? Know this before you carry them out:
confirm-warning = Step { $number }: { $warning }
confirm-disruptive-copy = Copy this command? Know this before you run it:
confirm-overwrite = The file already exists. Replace it?
confirm-quit = Some cases have changes that are not exported. If you quit, unsaved changes are lost. Quit anyway?
confirm-close = Close this case? It is not finished.
confirm-close-kept = It is kept in the list of closed cases. An export says that it was closed unfinished.
confirm-close-unsaved = Cases are not saved here. To keep this one, export it first.
confirm-yes = Enter: yes
confirm-no = Esc: no

rule-vm = A VM name has 1 to 64 characters: letters, digits, hyphens, periods or underscores. It starts and ends with a letter, digit or underscore.
rule-resource-group = A resource group name has 1 to 90 characters: letters, digits, hyphens, periods, underscores or parentheses. It does not end with a period.
rule-subscription = Enter the ID of the subscription, or its name if that has no special characters.
rule-vault = A vault name has 2 to 50 characters: letters, digits or hyphens. It starts with a letter.
rule-key-vault = A key vault name has 3 to 24 characters: letters, digits or single hyphens. It starts with a letter.
rule-name = This name can contain letters, digits, hyphens, periods, underscores, spaces and parentheses. It starts with a letter, digit or underscore.
rule-guid = An ID has 32 hexadecimal digits in five groups, separated by hyphens: 8, 4, 4, 4 and 12.
rule-ip-address = Enter an IPv4 address: four numbers separated by periods.
rule-day = Enter the date as two digits for the day, two for the month and four for the year, separated by hyphens.

status-undone = Undid the last change.
status-redone = Redid the change.
status-nothing-to-undo = Nothing to undo.
status-nothing-to-redo = Nothing to redo.
status-choose-first = Nothing is selected yet. Press the number of an answer, or select one with the arrow keys.
status-nothing-found = No match found.
status-nothing-to-collect = No command can answer the open questions.
status-nothing-proposed = There is no suggested answer to accept here.
status-accepted = { $answers ->
    [one] { $answers } suggested answer was accepted. Press u to take it back.
   *[other] { $answers } suggested answers were accepted. Press u to take them back one at a time.
}
status-copied = Sent to the clipboard of your terminal. If nothing arrives, press o and copy with the mouse.
status-copied-export = Sent to the clipboard of your terminal. If nothing arrives, press Enter to write the file.
status-copied-checklist = Checklist sent to the clipboard, names unchanged. If nothing arrives, press e.
status-copied-checklist-redacted = Checklist sent to the clipboard, names replaced. If nothing arrives, press e.
status-copied-open = Sent to the clipboard of your terminal. { $name } is not filled in yet: press v. If nothing arrives, press o.
bare-end = Copy with the mouse, then press any key to return.
status-nothing-to-copy = There is nothing here that this key can copy.
status-all-marked = All required steps are marked.
status-demo = Demo with a made-up ticket. Press Enter, then i and y to collect, a to accept, e to export, q to quit.
status-demo-lines = Demo with a made-up ticket. Type 1, then i and an empty line to collect, a to accept, e to export, q to quit.
status-marked = { $steps ->
    [one] { $steps } step was marked as done. Press u to undo.
   *[other] { $steps } steps were marked as done. Press u to undo.
}
status-unmarked = { $steps ->
    [one] { $steps } required step is not marked. Press a to mark it as done, or Enter to continue anyway.
   *[other] { $steps } required steps are not marked. Press a to mark them as done, or Enter to continue anyway.
}
status-command-shown = The screen now shows another tool: { $tool }. Press y to copy its command.
status-paste-cut = The text was too long. Only the beginning was pasted.
status-mouse-on = Mouse clicks are on. Press m to turn them off.
status-mouse-off = Mouse clicks are off. You can select text in the terminal again.
status-written = Written to { $path }

# Keys: a word or two at the foot of the screen, a phrase in the help

help-move = choose a row; g and G go to the first and the last
help-move-row = choose a row
help-open = open the problem or the case
help-answer = give the selected answer
help-answer-by-number = give the answer with this number
help-unsure = show where to look and why the question is asked; press again to skip it
help-tick = mark the selected step as done, or clear the mark
help-mark-all = mark all required steps of this remedy as done
help-go-on = continue with what comes next
help-look = go to the selected item
help-edit = fill in the selected value
help-choose = confirm the selected row
help-keep = save the text
help-do = do the selected action
help-palette = find an action on this screen by its words
help-take-offered = accept the value that is offered
help-write = write the file
help-confirm = confirm
help-help = show the keys of the screen
help-leave-field = leave the search field, so that letters work as commands
help-language = choose another language
help-search = type in the search field
help-cancel = cancel
help-file = choose another file
help-redact = replace names, IDs and addresses with pseudonyms, or show the real ones again
help-carry = include the case in the file as a hidden comment, or leave it out
help-kind = switch between the checklist and the handover package
help-preview = show the text of the export
help-format = choose another format: Markdown, HTML, plain text, JSON
help-copy = copy the command, or the whole export
help-close = close this
help-collect = show the commands that can answer the open questions, as one block to copy
help-accept = accept all suggested answers, up to the first question without one
help-bare = show the command and the link with nothing around them, to copy with the mouse
help-copy-block = copy the block of commands through the terminal
help-place = choose another place to run the commands
help-export = export the checklist
help-handover = hand the case over: what was found, what was tried and what is still open
help-back = go back one step
help-checklist = show all steps of the case
help-tool = show another tool: portal, command line or inside the VM
help-variables = fill in the values for the commands
help-trail = choose a place on the trail, to view it or to answer again
help-fail = mark the step as failed, with a reason
help-skip = mark the step as skipped, with a reason
help-note = add a note to the step
help-copy-link = copy the link on the screen
help-copy-checklist = copy the checklist as Markdown, for a ticket
help-undo = undo the last change
help-redo = redo the change
help-home = go to the home screen; the case stays open
help-mouse = turn mouse clicks on or off
help-scroll = scroll the text
help-quit = leave the program
help-quit-now = quit at once, without confirmation

checklist-progress = Steps marked: { $done } of { $all }. Time left: { $left }
checklist-all-marked = All steps marked ({ $all })
waits-answer = Waiting for your answer: { $question }
waits-time = Wait { $time }, then answer again: { $question }
waits-taker = Waiting for someone else. { $taker }.
help-drop = discard the changes to the text

# Cases that are kept

status-read-only = This case cannot be changed here. If another window has the case open, continue there. Otherwise, export the case and resume the exported file.
status-taken = Another window has this case open. The case cannot be changed here: continue in the other window.
status-unlocked = The file of this case cannot be locked ({ $reason }), so another window could overwrite it unnoticed. The case cannot be changed here. To continue, export the case and resume the exported file.
status-no-home = There is no home folder, so no case is kept after you quit. To keep cases, set a folder with { $option }.
status-refused = Cases cannot be saved in their folder: { $reason }. Remove the cause, or set another folder with { $option }.
status-unfit = The guide has changed: { $count ->
    [one] { $count } answer of this case no longer fits.
   *[other] { $count } answers of this case no longer fit.
}
status-unreadable = A saved case cannot be read. Its file was not changed: { $path }
status-names-missing = Values missing for the handover: { $count }. Fill in what you know, or close this list to continue.
status-removed-unsaved = Case removed.
status-removed = Case removed. Press u to restore it.
status-restored = Case restored.
status-closed-unsaved = Case closed. It was not saved.
status-closed = Case closed. It is listed under Closed today, and later under Closed.
status-closed-opened = This case is closed. If you change something, it is open again.
status-not-kept = The case could not be saved: { $reason }. The program tries again.
field-name = Name of this case
help-remove = remove the selected case; you can restore it
help-restore = restore the removed case
help-rename = name the case
help-note-case = add a note to the whole case
help-timeline = show what was answered, done and noted, and when
help-close-case = close this case
which-title = Which case?
which-text = Work on this problem has already begun. Start a new case, or choose the one to continue.
which-file = A case for this problem is already saved here, and the file differs from it. Continue the saved case, or start a new one from the file.
which-new-file = New case from the file
which-other = { $name }: the evidence names { $named }, but the case is about { $known }. This evidence is not in the case yet.
which-new = New case
which-go-on = Continue { $case }
which-go-on-details = Continue { $case } ({ $details })
which-group = resource group: { $group }
which-started = started { $time }
which-changed = last changed { $time }
which-closed = closed
which-answers-only = Only the suggested answers are added, not the names
status-evidence-left-out = The evidence was not added to any case.
status-file-kept = This case was already saved here. You are continuing the saved case.
status-file-left-out = The file was not opened as a case.
status-lookalike = Some letters of this name only look like Latin ones: { $name }. Check the name before you use the commands.
status-paste-unused = The pasted text is not used here.
told-title = What you should know

place-line = { $file }, line { $line }
place-line-alone = line { $line }
place-path = { $file }, { $path }
place-other = { $place }, about another resource: { $named }

option-proposed = { $option } (from the evidence)
question-contradiction = The evidence is contradictory here, so there is no suggestion:
evidence-from = from { $place }: { $words }
evidence-filled = Filled in from the evidence: { $name }: { $value } ({ $place })
status-evidence = Evidence read. Suggested answers: { $answers }. Values filled in: { $values }.
status-evidence-differs = Evidence read. Suggested answers: { $answers }, different from yours: { $differ }. Values filled in: { $values }.
status-no-values = The commands for this error contain no values that you can fill in.
status-evidence-nothing = The evidence answers no question of this case and fills in no value.
status-evidence-names = The evidence has several candidates for one value, so none is filled in. Press v to choose.
status-none-of-ours = No known problem was found in this text with enough certainty.
