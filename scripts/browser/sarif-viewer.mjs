// Holds what the viewer shows against the log that it was given.
import { readFileSync } from "node:fs";
import { Complaints, withPage } from "./browser.mjs";

const [html, sarif, picture] = process.argv.slice(2);
const run = JSON.parse(readFileSync(sarif, "utf8")).runs[0];
const complaints = new Complaints();
const flat = (text) => text.replace(/\s+/g, " ").trim();

await withPage(1280, 1000, async (page) => {
  await page.open(html);
  await page.until("document.querySelectorAll('.swcTree [aria-level]').length > 0");

  // Rules are folded; unfold them one after the other.
  for (let folded; (folded = await page.get("document.querySelectorAll('.swcTree [aria-expanded=false]').length")) > 0; ) {
    const { x, y } = await page.get(`(() => { const e = document.querySelector('.swcTree [aria-expanded=false] .bolt-tree-expand-button');
      e.scrollIntoView({ block: 'center' }); const box = e.getBoundingClientRect(); return { x: box.x + 4, y: box.y + 4 }; })()`);
    await page.click(x, y);
    await page.until(`document.querySelectorAll('.swcTree [aria-expanded=false]').length < ${folded}`);
  }
  const rows = await page.get(`[...document.querySelectorAll('.swcTree [aria-level]')].map(row => ({
    level: row.getAttribute('aria-level'), text: row.innerText.replace(/\\s+/g, ' ').trim(),
    severity: row.querySelector('desc')?.textContent,
    marked: [...row.querySelectorAll('.swcRegion, mark')].map(e => e.textContent).join('') }))`);

  // What was allowed in the code is hidden at first; all else is there, below its rule.
  const expected = run.results.filter((result) => !result.suppressions?.length);
  complaints.check(expected.length >= 4 && expected.length < run.results.length, "the sample shows too little");
  let rule = "";
  const shown = rows.flatMap((row) => {
    if (row.level === "1") rule = row.text.split(":")[0];
    return row.level === "1" ? [] : [{ ...row, rule }];
  });
  complaints.equal(shown.map((r) => r.rule).sort(), expected.map((r) => r.ruleId).sort(), "rules of the results");
  for (const result of expected) {
    const place = result.locations[0].physicalLocation;
    const name = `${result.ruleId} ${place.artifactLocation.uri}:${place.region.startLine}`;
    const message = flat(result.message.text.replace(/\[([^\]]*)\]\(\d+\)/g, "$1"));
    const row = shown.find((r) => r.rule === result.ruleId && r.text.includes(message));
    complaints.check(row, `${name}: its message is not shown in full`);
    if (!row) continue;
    complaints.equal(row.severity, result.level, `${name}: level`);
    complaints.check(row.text.includes(result.locations[0].logicalLocations[0].fullyQualifiedName), `${name}: no declaration`);
    complaints.check(row.text.replace(/ \//g, "/").includes(place.artifactLocation.uri), `${name}: no path`);
    complaints.check(row.text.includes(flat(place.contextRegion.snippet.text.split("\n")[1])), `${name}: no code`);
    for (const step of result.codeFlows[0].threadFlows[0].locations) {
      complaints.check(row.text.includes(flat(step.location.message.text)), `${name}: step '${step.location.message.text}' is not shown`);
    }
  }
  complaints.check((await page.get("document.title")) === "SARIF", "code from the log was run");

  // A picture of two schedules, without what would only fill it.
  await page.get("window.scrollTo(0, 0)");
  await page.picture(picture, { selector: ".bolt-page" });
});
complaints.tell("every result is shown with its rule, its code and each step of its schedule");
