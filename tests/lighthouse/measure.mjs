// Measures pages with Lighthouse as on a slow phone: node measure.mjs ADDRESS PASSWORD CHROMIUM REPORT
// Ends with 1 when a page is below its aim.
import { writeFileSync } from "node:fs";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const [address, password, executablePath, report] = process.argv.slice(2);
const AIMS = { performance: 0.98, accessibility: 1, "best-practices": 1 };
const MOST_BYTES = 60_000;

const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
const submit = (form) => Promise.all([page.waitForNavigation(), page.click(`${form} button[type=submit]:not([name])`)]);

await page.goto(`${address}/sign-in?lang=nl`);
await page.type("#email", "learner@connectoo.example");
await page.type("#password", password);
await submit("main form");

// A quiz that is submitted without answers, for its result; then another, for a question.
const begin = async (module) => {
  await page.goto(`${address}/modules/${module}/quiz`);
  await submit("main form");
  return page.url().split("/questions/")[0];
};
const result = await begin("ebox");
await page.goto(`${result}/check`);
await submit("main form");
const question = await begin("csam");

const pages = [
  ["home", `${address}/`],
  ["lesson", `${address}/modules/csam/lessons/01-what-csam-is`],
  ["question", `${question}/questions/1`],
  ["result", `${result}/result`],
];
const network = await page.createCDPSession();
const port = new URL(browser.wsEndpoint()).port;
const lines = ["| Page | Performance | Accessibility | Best practices | Bytes | Layout shift | Largest paint |", "|---|--:|--:|--:|--:|--:|--:|"];
let isGood = true;
for (const [name, url] of pages) {
  await network.send("Network.clearBrowserCache"); // a first view
  const { lhr } = await lighthouse(url, {
    port,
    disableStorageReset: true, // stays signed in
    onlyCategories: Object.keys(AIMS),
    logLevel: "error",
  });
  const score = (category) => lhr.categories[category].score;
  const bytes = lhr.audits["total-byte-weight"].numericValue;
  const shift = lhr.audits["cumulative-layout-shift"].numericValue;
  const paint = Math.round(lhr.audits["largest-contentful-paint"].numericValue);
  lines.push(`| ${name} | ${score("performance")} | ${score("accessibility")} | ${score("best-practices")} | ${bytes} | ${shift.toFixed(3)} | ${paint} ms |`);
  const below = Object.entries(AIMS).filter(([category, aim]) => score(category) < aim);
  if (below.length > 0 || bytes > MOST_BYTES || shift > 0) {
    isGood = false;
    const failed = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9);
    console.error(`${name}: ${failed.map((audit) => `${audit.id} (${audit.displayValue ?? audit.score})`).join(", ")}`);
  }
}
await browser.close();
const table = lines.join("\n") + "\n";
console.log(`\n${table}`);
writeFileSync(report, table);
process.exit(isGood ? 0 : 1);
