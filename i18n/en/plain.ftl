# Words of the plain face alone; what it shares with the full screen stands in ui.

plain-title-home = Home
plain-title-question = Question
plain-title-remedy = Remedy
plain-title-outcome = Outcome
plain-title-trail = Trail
plain-title-checklist = Checklist
plain-title-collect = Collecting evidence
plain-title-export = Export
plain-title-variables = Values for the commands
plain-title-languages = Language
plain-title-which-case = Which case?
plain-title-help = Help
plain-title-told = What you should know
plain-title-timeline = What was done, when
plain-title-field = Enter text
plain-title-confirm = Confirm

plain-not-understood = Unknown input. The next line shows what you can type.
plain-too-long = The line was too long and was ignored.
plain-answered = { $option } (your answer)
plain-way = { $tool } (t shows another tool: { $others }):
plain-file = File:
plain-now = Current text: { $text }
plain-refused = Not accepted: { $text }
plain-offered = Type { $sign } to accept this value.

# Behind a title: what can be typed, short

plain-caps-text = text
plain-key-more = more
plain-key-first = open the first match

plain-prompt-export = File name, Enter writes, ? keys
plain-prompt-list = A number to choose, Enter to go back
plain-prompt-close = Enter to go back
plain-prompt-confirm = y yes, n no
plain-prompt-reason = Reason, or Enter for none
plain-prompt-text = Text, Enter to go back, - to clear

# In the help

plain-help-open = number: open that problem or case
plain-help-search = any other text: search for a code, word or pasted message
plain-help-first = Enter: open the first match
plain-help-remove = this letter, a space and a case number: remove that case; you can restore it
plain-help-answer = number: give that answer
plain-help-keep = Enter: keep the answer and continue
plain-help-tick = number: mark that step as done, or clear the mark
plain-help-look = number: go to that place, to view it or to answer again
plain-help-fail = mark a step as failed; enter the reason on the next line
plain-help-skip = mark a step as skipped; enter the reason on the next line
plain-help-note = add a note to a step; enter it on the next line
plain-help-details = show a step in full, with its commands
plain-help-steps = After x, s, n or d, type a space and a step number. In a remedy, you can leave out the number: the key then applies to the step that is shown in full.
plain-help-about = This program runs no commands and makes no connections. It shows commands for you to copy.

plain-key-accept = as suggested
plain-help-accept = Enter: accept the suggested answer
