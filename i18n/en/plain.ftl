# Words of the plain face alone; what it shares with the full screen stands in ui.

plain-title-home = Home
plain-title-question = Question
plain-title-remedy = Remedy
plain-title-outcome = Outcome
plain-title-trail = Trail
plain-title-checklist = Checklist
plain-title-collect = collecting evidence
plain-title-export = Export
plain-title-variables = Names for the commands
plain-title-languages = Language
plain-title-which-case = Which case?
plain-title-help = What can be typed
plain-title-told = What you should know
plain-title-field = A line of text
plain-title-confirm = Yes or no

plain-not-understood = Unknown input. The next line shows what can be typed.
plain-too-long = That line was too long and was not taken.
plain-answered = { $option } (your answer)
plain-way = { $tool } (t shows another way: { $others }):
plain-file = File:
plain-now = It says now: { $text }
plain-refused = This was not taken: { $text }

# Behind a title: what can be typed, short

plain-caps-text = text
plain-key-first = open the first
plain-key-fail = failed
plain-key-skip = left out
plain-key-note = note
plain-key-details = details
plain-key-remove = remove a case

plain-prompt-export = File name or Enter; L language, r names, c case, k kind, p text, b back
plain-prompt-list = A number to choose, Enter to go back
plain-prompt-close = Enter to go back
plain-prompt-confirm = y yes, n no
plain-prompt-reason = The reason, or Enter for none
plain-prompt-text = The text, Enter to leave it as it is, a hyphen for none

# In the help

plain-help-open = the number of a problem or a case opens it
plain-help-search = any other text is looked for: a code, a word, a pasted message
plain-help-first = Enter alone opens the first that was found
plain-help-remove = the letter, a blank and the number of a case remove it; it can be brought back
plain-help-answer = the number of an answer gives it
plain-help-keep = Enter alone keeps the answer that was given and goes on
plain-help-tick = the number of a step marks it as done, or as to do again
plain-help-look = the number of a place leads there, to look at it or to answer again
plain-help-fail = mark a step as failed; the reason comes on the next line
plain-help-skip = mark a step as left out; the reason comes on the next line
plain-help-note = write a note on a step; it comes on the next line
plain-help-details = show a step in full, with its commands
plain-help-steps = Behind x, s, n and d stands a blank and the number of a step; without it they mean the step that is shown in full.
plain-help-about = The program runs nothing and calls nobody: it shows commands for you to copy.

plain-key-accept = as proposed
plain-help-accept = Enter alone takes the answer that the evidence proposes
