// Takes the pictures of an HTML report that the documentation shows.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { withPage } from "./browser.mjs";

const [html, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
await withPage(1280, 860, async (page) => {
  await page.look({ scheme: "light" });
  await page.open(html);
  await page.picture(join(folder, "html-report.png"), { selector: ".card:has(.arrow.value)" });
  await page.look({ scheme: "dark" });
  await page.picture(join(folder, "html-report-dark.png"));
});
