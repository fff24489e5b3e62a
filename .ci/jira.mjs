// Reads exports for Jira with the reader of Jira's own editor: node .ci/jira.mjs TOOLS EXPORT... (without .jira and .html)
// TOOLS is where that is installed. Says what it reads otherwise than the page of the same case has it, and ends with 1.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";

const [tools, ...files] = process.argv.slice(2);
const { WikiMarkupTransformer } = createRequire(`${tools}/`)("@atlaskit/editor-wikimarkup-transformer");
const OURS = ["blockquote", "bulletList", "codeBlock", "hardBreak", "heading", "listItem", "paragraph", "table", "tableCell", "tableHeader", "tableRow", "text"];
const MARKS = ["code", "link", "strong"];
let wrong = 0;

const squeezed = (text) => text.replace(/\[[ x]\]|\s|\u00a0/g, "");
const text = (html) => {
  const signs = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return html.replace(/<[^>]*>/g, "").replace(/&(lt|gt|quot|amp);/g, (_, sign) => signs[sign]);
};

for (const file of files) {
  const say = (what) => { wrong += 1; console.error(`${basename(file)}: ${what}`); };
  const page = readFileSync(`${file}.html`, "utf8").split(/<body[^>]*>/)[1].replace(/<(script|button)[^>]*>.*?<\/\1>/gs, "");
  const commands = [...page.matchAll(/<pre>(.*?)<\/pre>/gs)].map((found) => text(found[1]).trim());
  const read = { text: "", commands: [] };
  new WikiMarkupTransformer().parse(readFileSync(`${file}.jira`, "utf8")).descendants((node) => {
    if (!OURS.includes(node.type.name)) say(`has a ${node.type.name}`);
    node.marks.filter((mark) => !MARKS.includes(mark.type.name)).forEach((mark) => say(`has ${mark.type.name}: ${node.text}`));
    if (node.type.name === "codeBlock") read.commands.push(node.textContent.trim());
    if (node.isText) read.text += node.text;
  });
  commands.forEach((command, at) => read.commands[at] === command || say(`a command is ${read.commands[at]} and was ${command}`));
  if (read.commands.length !== commands.length) say(`has ${read.commands.length} commands of ${commands.length}`);
  if (squeezed(read.text) !== squeezed(text(page))) say("says something else");
}
process.exit(wrong ? 1 : 0);
