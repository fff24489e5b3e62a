# Words of the command line: help, notices and errors; an error's hint says what to do.

cli-usage = Usage:
cli-commands = Tasks:
cli-task = TASK
cli-options = Options:
cli-arguments = Arguments:

cli-wizard = Walks you from a failed Azure VM backup to a checklist that repairs it. Without a task it opens the wizard, which needs a terminal.
cli-list = Lists every error code that it knows
cli-show = Prints all that it knows of a problem: causes, questions, remedies
cli-questions = Prints a blank answer file for a problem
cli-export = Writes the checklist of a problem
cli-check = Looks for defects in guides and translations
cli-graph = Draws the tree of a problem
cli-completions = Prints the completions for a shell
cli-man = Prints the manual page

cli-arg-code = An error code, an alias of it or the name of a problem, in any case
cli-arg-plain = Walks through the wizard line by line: for a serial console, a screen reader or a script
cli-arg-locale = The language, such as en or ru
cli-arg-guides = A folder with guides and translations to use in place of the built-in ones
cli-arg-color = When to use colour
cli-arg-format = The form of what is printed
cli-arg-answer = An answer; for a question that is asked anew, its place stands before the equals sign. May be repeated
cli-arg-answers = A file of answers and values, as the task questions prints it
cli-arg-var = A value that is filled into commands. May be repeated
cli-arg-output = The file to write; a hyphen is standard output
cli-arg-force = Overwrites the file if it is there
cli-arg-redact = Puts a pseudonym in place of each name, identifier and address
cli-arg-no_case = Leaves out the comment that carries the case, so that the file cannot be resumed whole
cli-arg-handover = Writes what whoever takes over asks for, in place of the checklist
cli-arg-dir = A folder with guides and translations; the built-in ones if left out
cli-arg-today = Also shows how old the facts are on this day
cli-arg-shell = The shell
cli-arg-help = Prints this help
cli-arg-version = Prints the version

notice-written = The checklist for { $code } is in { $path }.
notice-off-trail = { $count ->
    [one] One answer is kept, but the trail does not lead past its question: { $keys }
   *[other] { $count } answers are kept, but the trail does not lead past their questions: { $keys }
}

error-argument = The arguments do not fit together.
    .hint = See the help for what can be given.
error-argument-value = The argument { $argument } does not take the value “{ $value }”.
    .hint = See the help for what it takes.
    .hint-known = It takes: { $known }.
error-argument-unknown = There is no argument { $argument }.
    .hint = See the help for what can be given.
    .hint-near = Did you mean { $near }?
error-argument-missing = An argument is missing: { $argument }.
    .hint = See the help for what is needed.
error-argument-conflict = The argument { $argument } cannot be given together with the others.
    .hint = Leave one of them out; the help says more.

error-unknown-code = No guide knows the error { $name }.
    .hint = The task list prints every code; a code, an alias or a problem's name may be given.
error-unknown-code-near = No guide knows the error { $name }.
    .hint = Did you mean { $near }? The task list prints every code.
error-code-and-task = The error { $name } stands before a task, but only the wizard takes one there.
    .hint = Write the error behind the task, or leave the task out.
error-plain-and-task = The option { $option } is for the wizard, not for a task.
    .hint = Leave out the option or the task.
error-no-equals = { $option } needs a name and a value with an equals sign between them, but got { $value }.
    .hint = Write it like { $example }.
error-unknown-question = { $at }: this problem asks no question { $name }.
    .hint = The nearest is { $near }; the task questions prints them all.
error-unknown-option = { $at }: { $name } is no answer to { $question }.
    .hint = Its answers are: { $known }.
error-unknown-variable = { $at }: no command has a value { $name }.
    .hint = The values are: { $known }.
error-one-value = { $at }: { $name } takes one value only.
    .hint = Give it once.
error-bad-value = { $at }: { $value } cannot be a value of { $name }, by the naming rules of Azure.
    .hint = A good one looks like { $example }.
error-answer-file = { $at }: this is not a file of answers: { $reason }.
    .hint = The task questions prints a blank one.

error-no-file = There is no file { $path }.
    .hint = Check the path and its spelling.
error-not-text = The file { $path } is not text in UTF-8.
    .hint = Save it as UTF-8 and try again.
error-too-large = The file { $path } is too large.
    .hint = Give a file that holds only what is needed.
error-no-handover = The answers to { $code } do not lead to anybody who takes over, so there is nothing to hand over.
    .hint = Leave the option out to get the checklist, or give the answers that lead there.
error-no-export = The file { $path } shows no problem that the guides know.
    .hint = It must be a Markdown file that this program exported, with its error code below the title.
error-no-guides = The folder { $path } holds no guide.
    .hint = It must have the folders guides and i18n in it.
error-exists = The file { $path } is there already.
    .hint = Choose another name, or tell the program to overwrite it with { $option }.
error-no-folder = The folder of { $path } does not exist.
    .hint = Make the folder first, or choose another place.
error-guide = The guide or its translation has defects, so it cannot be used.
    .hint = The task check tells all of them.
error-read = The file { $path } could not be read: { $reason }.
    .hint = Check that you may read it.
error-write = The file { $path } could not be written: { $reason }.
    .hint = Check that there is room and that you may write there; nothing was left half written.
error-stdout = Standard output could not be written: { $reason }.
    .hint = Check that there is room where the output goes.
error-no-terminal = The wizard needs a terminal for its input and its output; with { $option } it goes without one, line by line.
error-terminal = The terminal does not answer as it should: { $reason }.
    .hint = Start it again in another terminal, or add { $option } to go on line by line.
error-bad-date = { $date } is no day.
    .hint = Write the year, the month and the day with hyphens between them, as in { $example }.

# Cases that are kept

cli-cases = Lists, prints, removes or restores the cases that are kept
cli-resume = Opens the wizard at a case that is kept, or at an exported file
cli-arg-data_dir = The folder in which cases are kept, in place of the usual one
cli-arg-action = What to do: list, show, rm, restore
cli-arg-case = The id of a case, as the task cases prints it; to resume, an exported file too
cli-case-removed = The case { $id } is removed; the task cases restore brings it back.
cli-case-unreadable = This file cannot be read as a case: { $path }
error-unknown-case = There is no case { $name }.
    .hint = The task cases lists those that there are.
error-case-taken = Another program has the case { $name } open.
    .hint = Close it there first.
error-newer-case = A newer version of the program wrote { $path }.
    .hint = Open it with that version; the file was left as it is.
error-damaged-case = This case cannot be read any more; its file was set aside as { $path }.
    .hint = Nothing was deleted; an export of the case may still help.
error-case-guide = The case belongs to the guide { $name }, which is not here.
    .hint = Start the program with the guides it was made with.
error-case-problem = The guide no longer has the problem { $name } of this case.
    .hint = Start a new case from the list of problems.
error-no-home = It is not known where cases are kept, since there is no home folder.
    .hint = Name a folder with { $option }.
error-which-case = The id of a case is missing.
    .hint = The task cases lists them.
error-not-saved = The last changes could not be saved: { $reason }.
    .hint = What was saved before is still there. Check the disk and its rights.
