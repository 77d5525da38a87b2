// Holds an HTML report against the JSON report of the same run: everything is there, linked, readable, and usable by keys.
import { readFileSync } from "node:fs";
import { Complaints, withPage } from "./browser.mjs";

const [html, json] = process.argv.slice(2);
const report = JSON.parse(readFileSync(json, "utf8"));
const complaints = new Complaints();

// What the tests below ask in the page.
const QUESTIONS = `
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const text = (element) => element.textContent.replace(/\\s+/g, " ").trim();
  const shown = (element) => element.getClientRects().length > 0;
  const inView = (element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  };
  function channels(color) {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  }
  function background(element) {
    for (let e = element; e; e = e.parentElement) {
      const color = channels(getComputedStyle(e).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  }
  const light = (color) => color.slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  function contrast(element) {
    const inside = element.closest("svg.schedule");
    const style = getComputedStyle(element);
    const ink = light(channels(inside ? style.fill : style.color));
    const disc = element.matches("text.number") && element.parentElement.querySelector("circle");
    const paper = light(disc ? channels(getComputedStyle(disc).fill) : background(element));
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
  }
  function faint(least) {
    return all("body *").filter((e) => shown(e) && !e.closest("[aria-hidden],:disabled,label:has(:disabled),.skip"))
      .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
      .map((e) => [contrast(e), e.tagName + "." + e.getAttribute("class") + " " + text(e).slice(0, 40)])
      .filter(([ratio]) => ratio < least).map(([ratio, what]) => what + " " + ratio.toFixed(2));
  }
`;

await withPage(1400, 1000, async (page) => {
  const ask = (expression) => page.get(`(() => { ${QUESTIONS}; return ${expression}; })()`);
  await page.look({ scheme: "light" });
  await page.open(html);

  // It needs nothing else, and obeys nothing that stands in the code.
  complaints.equal(await ask("performance.getEntriesByType('resource').length"), 0, "files that it loads");
  complaints.equal(await ask("document.scripts.length"), 0, "scripts");
  complaints.equal(await ask("all('img, iframe, link, object, embed, [onerror], [onload]').length"), 0, "elements from outside");
  complaints.check(!/url\(|@import/.test(await ask("all('style').map(text).join()")), "a style loads something");
  complaints.check((await ask("document.title")).startsWith("chanvet: "), "the title has been changed");
  complaints.equal(await ask("all('[href]').filter(a => !a.getAttribute('href').startsWith('#')).length"), 0, "links that lead out");

  // Every finding is there, by rule, with all that it says.
  const byRule = [...report.findings].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
  complaints.check(byRule.length >= 5, "the sample has too few findings to show anything");
  const cards = await ask(`all('.card').map(card => ({
    rule: card.closest('section').id, severity: text(card.querySelector('.level')),
    all: text(card), where: text(card.querySelector('.where a')),
    rows: all('svg .row', card).map(text), marked: all('.marked mark', card).map(text).join(''),
    names: all('text.head', card).map(text), arrows: all('.arrow', card).length }))`);
  complaints.equal(cards.map((c) => c.rule), byRule.map((f) => f.rule), "rules of the findings");
  const flat = (text) => text.replace(/\s+/g, " ").trim();
  byRule.forEach((finding, i) => {
    const card = cards[i];
    const name = `${finding.rule} ${card.where}`;
    complaints.equal(card.severity, finding.severity, `${name}: severity`);
    complaints.check(card.where.endsWith(`${finding.location.path}:${finding.location.line}:${finding.location.column}`), `${name}: wrong place`);
    for (const part of [finding.message.what, ...finding.assumptions, ...finding.related.map((r) => r.message)]) {
      complaints.check(card.all.includes(flat(part)), `${name}: '${part}' is not on its card`);
    }
    for (const part of [finding.message.why, finding.message.whatToDo]) {
      complaints.check(card.all.toLowerCase().includes(flat(part).toLowerCase()), `${name}: '${part}' is not on its card`);
    }
    const witness = finding.witness ?? { steps: [], ends: [] };
    const story = [...witness.steps, ...witness.ends].map((step) => flat(step.message));
    complaints.equal(card.rows.length, story.length, `${name}: rows of the diagram`);
    story.forEach((message, s) => complaints.check(card.rows[s]?.includes(message), `${name}: row ${s + 1} lacks '${message}'`));
    complaints.equal([...card.names].sort(), [...new Set([...witness.steps, ...witness.ends].map((s) => s.name))].sort(),
      `${name}: lanes`);
    const starts = witness.steps.filter((s) => /^starts goroutine|^a second caller comes|, sent by /.test(s.message)).length;
    complaints.equal(card.arrows, starts, `${name}: arrows`);
  });
  const marked = cards.map((card) => card.marked);
  complaints.check(marked.some((m) => m.includes("<img src=x onerror=alert(1)> &amp;") && m.includes("😀")), "the marked text is not the code's");
  complaints.check((await ask("all('.more').map(text).join()")).includes("shows what an allowed finding looks like"), "no reason of an allowed finding");

  // Links: all lead somewhere; steps and lines lead to each other.
  complaints.equal(await ask("all('[id]').length - new Set(all('[id]').map(e => e.id)).size"), 0, "ids that are taken twice");
  complaints.equal(await ask("all('a[href]').filter(a => !document.getElementById(a.getAttribute('href').slice(1))).map(a => a.outerHTML)"), [], "links to nowhere");
  complaints.equal(await ask(`all('svg .row a').filter(a => {
    const line = document.getElementById(a.getAttribute('href').slice(1));
    return !all('.badge', line).some(badge => badge.getAttribute('href') === '#' + a.parentElement.id);
  }).length`), 0, "steps whose line does not lead back");
  complaints.equal(await ask("all('.badge').length"), await ask("all('svg .row a').length"), "badges beside the code");

  // By keys alone: everything is reached in the order of the page, and works.
  const reachable = await ask("all('a[href], input:not(:disabled), summary, pre[tabindex], div[tabindex]').length");
  const order = [];
  for (let i = 0; i < reachable; i++) {
    await page.press("Tab");
    order.push(await ask("all('*').indexOf(document.activeElement)"));
    if (i % 5 === 0) {
      complaints.check(await ask(`document.activeElement.matches(':focus-visible') && inView(document.activeElement)`),
        `what has the focus after ${i + 1} tabs is not to be seen`);
    }
  }
  complaints.equal(new Set(order).size, reachable, "elements that Tab reaches");
  complaints.equal(order, [...order].sort((a, b) => a - b), "order of the Tab key");
  await ask("document.querySelector('svg .row a').focus()");
  await page.press("Enter");
  complaints.check(await ask("location.hash !== '' && inView(document.querySelector(':target'))"), "Enter on a step does not lead to its line");
  complaints.check(await ask("getComputedStyle(document.querySelector(':target')).backgroundColor !== 'rgba(0, 0, 0, 0)'"), "the line is not lit up");
  await ask("document.querySelector('#show-error').focus()");
  await page.press(" ");
  complaints.check(await ask("all('.card.error').every(e => !shown(e)) && all('.card.warning').every(shown)"), "the box for errors does not hide them");
  await page.press(" ");
  complaints.check(await ask("all('.card').every(shown)"), "the box for errors does not show them again");

  // The mouse over a row lights up its line.
  const row = await ask(`(() => { const a = document.querySelector('svg .row a'); a.scrollIntoView({ block: 'center' });
    const box = a.querySelector('circle').getBoundingClientRect();
    return { x: box.x + 5, y: box.y + 5, line: a.getAttribute('href') }; })()`);
  await page.open(html);
  await ask("document.querySelector('svg .row a').scrollIntoView({ block: 'center' })");
  const color = (id) => ask(`getComputedStyle(document.querySelector('${id}')).backgroundColor`);
  const before = await color(row.line);
  await page.move(row.x, row.y);
  complaints.check((await color(row.line)) !== before, "a line does not light up with its step");

  // Light and dark, both readable; nothing wider than the window; printable.
  const paper = [];
  for (const scheme of ["light", "dark"]) {
    await page.look({ scheme });
    paper.push(await ask("getComputedStyle(document.body).backgroundColor"));
    complaints.equal(await ask("faint(4.5)"), [], `too faint when it is ${scheme}`);
  }
  complaints.check(paper[0] !== paper[1], "it does not get dark");
  for (const width of [360, 800, 1400, 2560]) {
    await page.size(width, 1000);
    complaints.check((await ask("document.documentElement.scrollWidth")) <= width, `wider than a window of ${width}`);
  }
  await page.look({ scheme: "dark", media: "print" });
  await page.size(760, 1000);
  complaints.check(await ask("all('.tiles, .turn').every(e => !shown(e)) && all('.card').every(shown)"), "prints what only works on a screen");
  complaints.check(await ask("light(channels(getComputedStyle(document.body).backgroundColor)) === 1"), "prints on dark paper");
  complaints.equal(await ask("all('svg.schedule').filter(e => e.getBoundingClientRect().right > innerWidth).length"), 0, "diagrams that do not fit on paper");
});
complaints.tell("complete, linked, readable in light and dark, usable by keys, printable");
