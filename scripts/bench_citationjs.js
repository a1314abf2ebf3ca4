// SPDX-License-Identifier: MIT
// Prints as CSL-JSON what citation-js reads of a file. usage: node bench_citationjs.js FILE
const Cite = require("citation-js");
// Without the graph of how each work was read, which grows with the square of their number.
const text = require("fs").readFileSync(process.argv[2], "utf8");
console.log(JSON.stringify(new Cite(text, { generateGraph: false }).data));
