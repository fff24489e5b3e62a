# What Home shows, and what stands around every screen: read at the start, so kept apart from the other screens.

language-name = English

header-progress = { $done } of { $all } steps

home-search = Search:
home-search-empty = error code, message or keyword
home-pasted = { $lines } pasted lines
header-due = { $count } due
leave-continue = To continue this case: { $command }
ring = A case is due.

home-due = Due now
home-waiting = Waiting
home-open = Open
home-resolved = Resolved, not closed yet
home-done = Closed today
home-closed = Closed
home-problems = Problems
home-case-due = since { $time }: { $question }
home-case-waiting = until { $time } (in { $left }): { $question }
home-case-next = next: { $question }
home-case-resolved = resolved: open the case to close it
home-case-closed = closed { $time }
home-case-unknown = its guide is not available
home-case-note = Note:
home-case-changed = Last change:
home-show-closed = { $count ->
    [one] Show { $count } closed case
   *[other] Show { $count } closed cases
}
home-hide-closed = { $count ->
    [one] Hide { $count } closed case
   *[other] Hide { $count } closed cases
}
home-nothing = Nothing found. Try one word of the message, or only the code.
home-all = Show all problems
home-else = None of these?
home-count = { $found } of { $all }
home-inside = in: { $text }
home-keyword = keyword: { $text }
home-message = Azure shows:
home-aliases = Aliases
home-typed = in the search field

saving-going = saving
saving-done = saved
saving-failing = not saved
saving-read-only = read only

key-move = choose
key-move-row = choose
key-open = open
key-answer = answer
key-answer-by-number = answer
key-unsure = where to look
key-unsure-on = skip the question
key-tick = done
key-mark-all = all done
key-go-on = continue
key-look = go there
key-edit = fill in
key-choose = confirm
key-keep = save
key-do = do it
key-palette = actions
key-take-offered = accept
key-write = write
key-preview = preview
key-confirm = yes
key-help = keys
key-leave-field = leave the field
key-language = language
key-search = search
key-cancel = no
key-file = file
key-redact = pseudonyms
key-carry = case inside
key-kind = checklist or package
key-format = format
key-copy = copy
key-close = close
key-collect = collect
key-accept = accept all suggested
key-bare = unframed
key-copy-block = copy
key-place = place
key-export = export
key-handover = hand over
key-back = back
key-checklist = all steps
key-tool = tool
key-variables = values
key-trail = trail
key-fail = failed
key-skip = skip
key-note = note
key-copy-link = copy link
key-copy-checklist = copy checklist
key-undo = undo
key-redo = redo
key-home = home
key-mouse = mouse
key-quit = quit
key-scroll = more
key-quit-now = quit now
key-drop = discard changes
key-remove = remove
key-restore = restore
key-rename = name
key-note-case = case note
key-timeline = timeline
key-close-case = close case
