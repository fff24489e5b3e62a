problem-disk-copied-twice = A disk is copied twice
    .message = The disk could not be copied because another copy of it has not ended
    .why = Azure makes one copy of a disk at a time. The second copy waits for the first one and fails in the end.
