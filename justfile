# The commands of every day; `just --list` shows them. Lints and tests are word for word those of `.ci/run`.

# What a change needs before it is shown to anybody.
default: lint test

# Format and lints.
lint:
    cargo fmt --check
    cargo clippy --locked --all-targets -- --deny warnings

# The fast lane; `just test NAME` runs what has NAME in its path.
test *name:
    cargo test -- --skip slow:: {{name}}

# All tests, for what is about to land.
test-all:
    cargo test

# Guides and translations.
check:
    cargo run --quiet -- check

# The snapshots as the program makes them now: look at their diff before a commit.
snapshots:
    INSTA_UPDATE=always cargo test --test it -- --skip slow::

# What people install, made and tried below target/dist; `just dist PART` does a part of it.
dist *part:
    .ci/dist {{part}}

# All that must hold before a change lands.
ci:
    .ci/run
