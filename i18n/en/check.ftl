# What "check" says: a sentence for each defect, and what to do about it.

check-error = error
check-help = help

check-diagnostics = { $count ->
    [one] { $count } diagnostic
   *[other] { $count } diagnostics
}
check-counts = { $problems ->
    [one] { $problems } problem
   *[other] { $problems } problems
}, { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}, { $causes ->
    [one] { $causes } cause
   *[other] { $causes } causes
}, { $remedies ->
    [one] { $remedies } remedy
   *[other] { $remedies } remedies
}, { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}, { $rules ->
    [one] { $rules } rule for evidence
   *[other] { $rules } rules for evidence
}, { $trails ->
    [one] { $trails } trail
   *[other] { $trails } trails
}
check-age = { $days ->
    [one] { $days } day
   *[other] { $days } days
}, { $date }, { $key ->
    [checked] last compared with the source
    [dated] date of a source
    [newest] latest copy of the document
    [since] source added after Microsoft's article
   *[withdrawn] advice withdrawn
}:

# Shape of the files

check-toml = The file is not valid TOML for this purpose: { $message }.
    .help = Correct the file here. The rest of the file was not checked.
check-missing-file = This file is missing.
    .help = Add it, or remove what needs it.
check-unread-file = This file is not used.
    .help = Move its content to a file that the program reads, or remove this file.
check-missing-problem = The list of problems names “{ $name }”, which has no file.
    .help = Add the file of the problem, or remove the name from the list.
check-unlisted-problem = The problem “{ $name }” is not in the list of problems.
    .help = Add it to the list in the right place, or remove the file.
check-unnamed-code = The code “{ $name }” is in no table of codes.
    .help = Add the code to the table of codes of the guide, or move it to a separate problem.
check-unled-code = The code “{ $name }” leads to no problem.
    .help = Add it to the codes of the problem that fits. If none fits, add it to a general problem.
check-duplicate-code = The spelling “{ $name }” is already used in { $file }.
    .help = A code or alias must be unique. Only letters, digits and hyphens are compared, regardless of case. Remove one of the two.
check-duplicate-problem = Another guide has a problem “{ $name }” too: { $file }.
    .help = The name of a problem must be unique across all guides. Rename one of the two.
check-two-owners = { $kind ->
    [cause] The guide “{ $other }” has a cause “{ $name }” too.
    [code] The guide “{ $other }” has a code “{ $name }” too.
    [question] The guide “{ $other }” has a question “{ $name }” too.
    [remedy] The guide “{ $other }” has a remedy “{ $name }” too.
    [link] The guide “{ $other }” has a link “{ $name }” too.
    [literal] The guide “{ $other }” has a literal “{ $name }” too.
    [limit] The guide “{ $other }” has a limit “{ $name }” too.
    [effect] The guide “{ $other }” has an effect “{ $name }” too.
    [handover] The guide “{ $other }” has a handover “{ $name }” too.
    [source] The guide “{ $other }” has a document “{ $name }” too.
   *[variable] The guide “{ $other }” has a variable “{ $name }” too.
}
    .help = A guide and the guides that it uses share one set of names. Keep one of the two definitions, or rename one of them.
check-bad-use = The guide “{ $name }” cannot be used by another one.
    .help = A guide can be used only if it defines no problems and uses no other guide.
check-bad-day = “{ $name }” is not a valid date.
    .help = Use four digits for the year, two for the month and two for the day, separated by hyphens.
check-bad-anchor = The source “{ $name }” is not an anchor of the document.
    .help = Copy the part of the address that starts with the number sign (#).
check-bad-link = “{ $name }” is not a valid HTTPS address.
    .help = Enter the full HTTPS address. Percent-encode spaces, parentheses and non-Latin letters.
check-bad-example = The example of the variable “{ $name }” breaks the naming rule of the variable.
    .help = Use a value that the rule allows, or choose the rule that fits.

# Names that lead nowhere

check-unknown-guide = There is no guide “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the folder of the guide, or correct the name.
    }
check-unknown-source = There is no document “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the document to the sources of the guide, or correct the name.
    }
check-unknown-question = There is no question “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the question, or correct the name.
    }
check-unknown-remedy = There is no remedy “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the remedy, or correct the name.
    }
check-unknown-cause = There is no cause “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the cause, or correct the name.
    }
check-unknown-problem = There is no problem “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the problem, or correct the name.
    }
check-unknown-handover = There is no handover “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the handover, or correct the name.
    }
check-unknown-variable = There is no variable “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the variable, or correct the name.
    }
check-unknown-literal = There is no literal “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the literal, or correct the name.
    }
check-unknown-link = There is no link “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the link, or correct the name.
    }
check-unknown-effect = There is no effect “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the effect, or correct the name.
    }
check-unknown-node = There is no node “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the node, or correct the name.
    }
check-unknown-option = The question “{ $question }” has no option “{ $name }”.
    .help = Use one of its options: { $known }.
check-unknown-fact = No reader of evidence reports the fact “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Use a fact that the readers report, or remove this one.
    }
check-unknown-value = The fact “{ $fact }” never has the value “{ $name }”.
    .help = Use one of its values: { $known }.
check-unknown-limit = There is no limit “{ $name }”.
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Add the limit to the guide, or correct the name.
    }
check-bad-bound = The figure “{ $name }” must have exactly one comparison with a limit.
    .help = Specify one comparison and its limit.
check-answered-choice = The question “{ $name }” is a choice, and evidence can answer only state questions.
    .help = Remove this answer. The user makes the choice.
check-bad-number = “{ $name }” is not a numeric error code.
    .help = Write digits only.
check-unknown-category = There is no category “{ $name }”.
    .help = Use one of the categories of the guide: { $known }.
check-unknown-kind = A cause or a problem cannot be of the kind “{ $name }”.
    .help = Leave the kind out, or make the cause a routine or the problem general.
check-unknown-exit = A cause cannot end in “{ $name }”.
    .help = Name exits that a cause can have: resolved, unresolved, or ruled out.

# Questions, remedies and causes

check-too-few-options = The question “{ $name }” has fewer than two options.
    .help = Give it at least two options.
check-bad-option = The option “{ $name }” is duplicated, or its name is reserved for “I don't know”.
    .help = Give every option its own name.
check-bad-choice = The question “{ $name }” is neither a state question nor a complete choice.
    .help = A choice states its kind and which option is advised. A state question states neither.
check-no-check = The question “{ $name }” does not show how to find out the answer.
    .help = Add at least one way to find the answer, or make the question a choice.
check-empty-check = In a check of the question “{ $name }” ({ $via }), the path or the command is missing or not allowed.
    .help = The portal needs a click path and no command. Every other tool needs a command.
check-same-shows = The options “{ $name }” and “{ $other }” have the same output in this check.
    .help = Show the difference, or leave both out of the check.
check-blank-shows = What the check shows for the option “{ $name }” is blank.
    .help = Write the text that a person sees, or leave this option out of the check.
check-bad-when = The condition on “{ $name }” can never be true.
    .help = Specify at least one option, and only questions that are answered earlier.
check-no-step = The remedy has no step.
    .help = Add at least one step.
check-duplicate-step = The step “{ $name }” appears twice.
    .help = Give every step of the remedy its own name.
check-unused = { $kind ->
    [cause] No tree walks the cause “{ $name }”.
    [question] No tree asks the question “{ $name }”.
    [remedy] No tree needs the remedy “{ $name }”.
    [link] No step points to the link “{ $name }”.
    [literal] No sentence and no click path needs the literal “{ $name }”.
    [limit] No sentence needs the limit “{ $name }”.
    [effect] No step has the effect “{ $name }”.
    [handover] No trail hands over to “{ $name }”.
    [source] Nothing comes from the document “{ $name }”.
   *[variable] No command and no sentence needs the variable “{ $name }”.
}
    .help = Use it, or remove it together with its words.

# Trees

check-not-one-verb = The node “{ $name }” must do exactly one thing.
    .help = A node asks a question, does a remedy, walks a cause or ends. Choose one.
check-stray-key = The key “{ $key }” is not allowed in the node “{ $name }”.
    .help = Remove it, or change what the node does.
check-bad-go = In the node “{ $name }”, the way to the next node is missing or wrong.
    .help = A question and a cause need a table of exits, and a remedy needs one node.
check-bad-end = A trail cannot end in “{ $name }” here, or what belongs to this ending is missing.
    .help = Choose an ending that the tree can have. Waiting needs a time, and escalating needs a recipient.
check-bad-time = “{ $name }” is not a valid duration.
    .help = Write a number, directly followed by the letter for minutes, hours or days.
check-missing-exit = “{ $of }” can lead to “{ $name }”, but nothing says where to go then.
    .help = Add this exit to the node.
check-unreachable-exit = The cause “{ $of }” never ends in “{ $name }”.
    .help = Remove this exit from the node, or add this ending to the cause.
check-circle = The tree has a loop at the node “{ $name }”.
    .help = Change where one of the nodes in the loop leads. To have something repeated, say so in the text of a step.
check-unreachable-node = The node “{ $name }” cannot be reached.
    .help = Add a path to it, or remove it.
check-cause-circle = The cause “{ $name }” contains itself, directly or through others.
    .help = Remove one of the walks from the loop.
check-wait-not-fresh = The wait in the node “{ $name }” would never end.
    .help = Lead to it only from the option “{ $option }” of a question whose node asks it again.

# Commands

check-no-subscription = The command does not specify the subscription in which it works.
    .help = Add this option: { $option }
check-stray-subscription = This command does not accept { $option }.
    .help = Remove the option: the command does not apply to a subscription.
check-lost-column = With { $option }, the Azure CLI leaves out the column “{ $name }”.
    .help = Give the column another name.
check-no-context = The block does not begin by choosing the subscription.
    .help = Begin the block with: { $command }
check-unset-variable = Nothing sets “{ $name }” before it is used.
    .help = Set it in the same block, since each block is pasted separately.
check-glued-placeholder = The placeholder { $name } is not a separate argument.
    .help = Remove the quotes and other text around it. The program adds quotes when it fills in the value.

# Words

check-words-syntax = This is not valid Fluent: { $message }.
    .help = Correct the text. Until then, the program works without this message.
check-overgrown-message = The message that starts here has too many opening brackets.
    .help = Split it. In this form, the file is not read.
check-duplicate-message = “{ $name }” exists twice. Only the first one is used.
    .help = Remove one of the two.
check-missing-message = “{ $name }” is missing in this language.
    .help = Add it here.
check-no-warning = { $effects ->
    [none] The warning “{ $name }” is missing in this language, although English has it.
   *[some] The warning “{ $name }” is missing, although this step has disruptive effects: { $effects }.
}
    .help = Say what is lost or interrupted, whether it can be undone, and what to do first.
check-unused-message = “{ $name }” is not used.
    .help = Correct its name, or remove it.
check-misplaced-message = “{ $name }” does not belong in this file.
    .help = Move it to { $file }.
check-no-words = The language { $name } has no translation of the guide “{ $guide }”.
    .help = Translate the words of the guide, or leave the language out.
check-unknown-argument = No variable, literal or limit of the guide is called “{ $name }”.
    .help = Correct the name, or define it in the guide.
check-unknown-message = There is no message, term or function “{ $name }” to refer to.
    .help = Correct the name, or write the text here.
check-other-variables = “{ $name }” has the variable “{ $variable }” in one language but not in the other.
    .help = Use the same variables as in English.
check-missing-plural = The variants for the variable “{ $name }” do not include the plural category “{ $category }” of this language.
    .help = Add the variant, so that every number gets the right form.
check-identifier = “{ $name }” looks like an identifier, and a sentence must not contain one.
    .help = Define it as a literal of the guide or pass it in as an argument. Then write its variable here.
check-active-text = “{ $name }” can become part of a link, an image or HTML in an export.
    .help = Write it in plain words. If you need a link, add it to the links of the guide, and name it in a step.
check-control-character = The invisible character { $name } can affect the terminal, or hide or reorder text.
    .help = Remove it, or write a visible character.
