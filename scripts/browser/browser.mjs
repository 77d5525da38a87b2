// A headless Chromium for tests of pages: opens files, looks at the DOM, presses keys, takes pictures.
// Speaks the DevTools protocol over a pipe (messages end with NUL), so it needs nothing but Node.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-pipe",
];

/** Runs `use(page)` in a browser of its own, and ends the browser. */
export async function withPage(width, height, use) {
  const profile = mkdtempSync(join(tmpdir(), "chanvet-browser-"));
  const flags = [...FLAGS, `--user-data-dir=${profile}`, `--window-size=${width},${height}`];
  const process = spawn("chromium", flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => process.once("exit", resolve));
  const connection = connect(process);
  try {
    const { targetId } = await connection.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await connection.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(connection, sessionId);
    await page.size(width, height);
    await page.send("Page.enable");
    return await use(page);
  } finally {
    await Promise.race([connection.send("Browser.close").catch(() => {}), ended]);
    setTimeout(() => process.kill(), 10_000).unref();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

function connect(process) {
  const waiting = new Map();
  let last = 0;
  let rest = "";
  const fail = () => waiting.forEach(({ reject }) => reject(new Error("the browser has ended")));
  process.once("exit", fail);
  process.stdio[4].setEncoding("utf8").on("data", (text) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop();
    for (const message of messages.map((each) => JSON.parse(each))) {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (call && message.error) call.reject(new Error(`${call.method}: ${message.error.message}`));
      else if (call) call.resolve(message.result);
    }
  });
  return {
    send(method, params = {}, sessionId = undefined) {
      const id = ++last;
      process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
      return new Promise((resolve, reject) => waiting.set(id, { method, resolve, reject }));
    },
  };
}

class Page {
  constructor(connection, session) {
    this.send = (method, params) => connection.send(method, params, session);
  }

  async size(width, height) {
    await this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  }

  /** Light, dark, or as it is printed. */
  async look({ scheme = "light", media = "screen" }) {
    await this.send("Emulation.setEmulatedMedia", { media, features: [{ name: "prefers-color-scheme", value: scheme }] });
  }

  async open(file, fragment = "") {
    await this.send("Page.navigate", { url: pathToFileURL(file).href + fragment });
    await this.until("document.readyState === 'complete'");
  }

  /** The value of an expression of the page. */
  async get(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression, returnByValue: true, awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description}`);
    return result.value;
  }

  /** Waits until an expression of the page holds. */
  async until(expression, seconds = 60) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
      if (await this.get(expression)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`not within ${seconds} s: ${expression}`);
  }

  async press(key) {
    const text = key === "Enter" ? "\r" : key === " " ? " " : undefined;
    const code = { Tab: 9, Enter: 13, " ": 32 }[key];
    const event = { key, code: key === " " ? "Space" : key, windowsVirtualKeyCode: code, text };
    await this.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", ...event });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  async click(x, y) {
    const event = { x, y, button: "left", clickCount: 1 };
    await this.send("Input.dispatchMouseEvent", { type: "mousePressed", ...event });
    await this.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...event });
  }

  async move(x, y) {
    await this.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
  }

  /** A picture of what is to be seen, or of the whole page, or of one element. */
  async picture(file, { selector, whole = false } = {}) {
    let clip;
    if (selector) {
      clip = await this.get(`(() => { const r = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
        return { x: r.x + scrollX, y: r.y + scrollY, width: r.width, height: r.height, scale: 1 }; })()`);
    } else if (whole) {
      const { cssContentSize } = await this.send("Page.getLayoutMetrics");
      clip = { ...cssContentSize, scale: 1 };
    }
    const { data } = await this.send("Page.captureScreenshot", { clip, captureBeyondViewport: Boolean(clip) });
    writeFileSync(file, Buffer.from(data, "base64"));
  }

  async print(file) {
    const { data } = await this.send("Page.printToPDF", { printBackground: true });
    writeFileSync(file, Buffer.from(data, "base64"));
  }
}

/** Collects what is wrong, to tell all of it at once. */
export class Complaints {
  #found = [];

  check(condition, what) {
    if (!condition) this.#found.push(what);
  }

  equal(actual, expected, what) {
    this.check(JSON.stringify(actual) === JSON.stringify(expected),
      `${what}: expected ${JSON.stringify(expected)}, but got ${JSON.stringify(actual)}`);
  }

  /** Ends the process with 1 if there are any. */
  tell(praise) {
    this.#found.forEach((each) => console.error(each));
    if (this.#found.length) process.exit(1);
    console.log(praise);
  }
}
