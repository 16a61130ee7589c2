// Reads every page of a folder with Readability on jsdom and prints one JSON line a round:
// {"pages": N, "seconds": S, "failed": N}. One thread; unpacking is not counted, parsing is.
"use strict";
const fs = require("fs");
const path = require("path");
const zlib = require("zlib");
const { JSDOM, VirtualConsole } = require("jsdom");
const { Readability } = require("@mozilla/readability");

const [folder, rounds] = [process.argv[2], Number(process.argv[3] ?? 1)];
const pages = fs.readdirSync(folder).filter((f) => f.endsWith(".html.gz")).sort()
  .map((f) => zlib.gunzipSync(fs.readFileSync(path.join(folder, f))).toString("utf8"));
const quiet = new VirtualConsole();

for (let round = 0; round < rounds; round++) {
  let failed = 0;
  const start = process.hrtime.bigint();
  for (const html of pages) {
    try {
      const dom = new JSDOM(html, { url: "https://page.example/", virtualConsole: quiet });
      if (!new Readability(dom.window.document).parse()) failed++;
      dom.window.close();
    } catch {
      failed++;
    }
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(JSON.stringify({ pages: pages.length, seconds, failed }));
}
