// Reads every text of a folder with the whole default pipeline of a peer and prints one JSON line a round:
// {"peer": NAME, "texts": N, "seconds": S, "tokens": N}. One thread; reading files is not counted, and one text is read before the clock starts.
"use strict";
const fs = require("fs");
const path = require("path");

const [folder, peer, rounds] = [process.argv[2], process.argv[3], Number(process.argv[4] ?? 1)];
const texts = fs.readdirSync(folder).filter((f) => f.endsWith(".txt")).sort()
  .map((f) => fs.readFileSync(path.join(folder, f), "utf8"));

let read;
if (peer === "wink-nlp") {
  const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
  // Tags are made when they are asked for.
  read = (text) => nlp.readDoc(text).tokens().out(nlp.its.pos).length;
} else {
  const nlp = require("compromise");
  read = (text) => nlp(text).terms().length;
}

read(texts[0]);
for (let round = 0; round < rounds; round++) {
  const start = process.hrtime.bigint();
  let tokens = 0;
  for (const text of texts) tokens += read(text);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(JSON.stringify({ peer, texts: texts.length, seconds, tokens }));
}
