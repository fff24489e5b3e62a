problem-sleepy-agent = The agent sleeps
    .message = The agent of the scratch VM sleeps
    .why = The agent does not answer while it sleeps.

problem-lost-extension = The extension is lost
    .message = The extension of the scratch VM cannot be found any more
    .why = Somebody has removed the extension.

problem-vm-halted = The VM is halted
    .message = The scratch VM was halted before its copy
    .why = A halted VM cannot be copied.

problem-second-backup = A second backup is refused
    .message = A second copy of the scratch VM was refused
    .why = Only one copy is made at a time.

problem-lock-again = The group is locked again
    .message = The group of the scratch copies is locked again
    .why = A lock keeps the old copies from being deleted.
