// SPDX-License-Identifier: MIT
// Debian's Chromium by playwright-core, with an eye on what no page may do, and axe-core on every page that is looked at.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const kChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// Why there is no browser session here, or nothing.
export async function missing() {
  try {
    await import('playwright-core');
    createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  } catch (error) {
    if (!['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(error.code)) throw error;
    return 'playwright-core and axe-core are not installed (scripts/test installs them by npm)';
  }
  return kChromium.some((file) => existsSync(file)) ? '' : 'Chromium is not installed (scripts/packages web)';
}

export class Browser {
  static async open(base, pictures) {
    const { chromium } = await import('playwright-core');
    const browser = new Browser();
    browser.base = base;
    browser.pictures = pictures;
    browser.faults = [];
    browser.axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    mkdirSync(pictures, { recursive: true });
    browser.chromium = await chromium.launch({
      executablePath: kChromium.find((file) => existsSync(file)),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    return browser;
  }

  // A window; every error in its console, script that fails, and request to elsewhere is a fault.
  async window(options = {}) {
    const context = await this.chromium.newContext({ viewport: { width: 1100, height: 800 }, ...options });
    context.setDefaultTimeout(30_000);
    context.on('console', (message) => {
      const expected = this.expected?.test(message.text());
      if (['error', 'warning'].includes(message.type()) && !expected) this.faults.push(`console: ${message.text()} at ${message.page()?.url()}`);
    });
    context.on('weberror', (error) => this.faults.push(`script: ${error.error().message}`));
    context.on('request', (request) => {
      if (!request.url().startsWith(this.base)) this.faults.push(`request to ${request.url()}`);
    });
    return context;
  }

  // No fault so far; those of one step are not blamed on the next.
  check(where) {
    const faults = this.faults.splice(0);
    assert.deepEqual(faults, [], where);
  }

  // A page as people meet it: nothing sticks out, nothing serious for axe-core, a heading, a title; a picture of it is kept.
  async look(page, name) {
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(width[0] <= width[1], `${name} is ${width[0]} px wide in a window of ${width[1]} px`);
    const crushed = await page.evaluate(() => [...document.querySelectorAll('th, td')]
      .filter((cell) => cell.innerText.length > 8 && cell.getBoundingClientRect().width < 60).map((cell) => cell.innerText));
    assert.deepEqual(crushed, [], `${name}: cells with a few letters a line`);
    assert.match(await page.title(), /whereof$/, name);
    assert.equal(await page.locator('h1').count(), 1, `${name} has one main heading`);
    await page.evaluate(this.axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
    const grave = violations.filter((each) => ['serious', 'critical'].includes(each.impact));
    assert.deepEqual(grave.map((each) => `${each.id}: ${each.nodes[0].html}`), [], `${name}: axe-core`);
    await page.screenshot({ path: join(this.pictures, `${name}.png`), fullPage: true });
    this.check(name);
  }

  async close() {
    await this.chromium.close();
  }
}
