// SPDX-License-Identifier: MIT
// An editor's session with the pages of `whereof serve`, in a real browser: what is seen, what is refused, and that the JSON twin of
// each page says the same. A picture of every page goes to PICTURES.
// usage: node session.mjs WHEREOF SOURCE_DIR PICTURES      run beside its node_modules; without them it says "skipped: …"
import assert from 'node:assert/strict';

import { Browser, missing } from './browser.mjs';
import { check_files, export_lists, let_stand } from './files.mjs';
import { Program } from './program.mjs';
import { badges, headlines, words } from './seen.mjs';

const [whereof, source, pictures] = process.argv.slice(2);
const kArticle = 'corpus/articles/small-ache.txt';
const kPages = {
  overview: '', search: 'search?q=early+PT+beats+delayed+PT', 'search-filtered': 'search?q=pain&verdict=verified&sort=year',
  'search-nothing': 'search?q=zeppelin', articles: 'articles', article: `article/${kArticle}`, 'article-html': 'article/corpus/articles/vertebrae.html',
  works: 'works', conflicts: 'conflicts', check: 'check', claim: `claim/${kArticle}%23c3`, reference: `reference/${kArticle}%23r3`, work: 'work/w1',
};

const twin = async (program, page) => {
  const link = await page.locator('head link[rel=alternate]').getAttribute('href');
  return program.json(link);
};

// Search a claim, open the article, see the flagged citation, open its evidence.
async function read_on(program, browser) {
  const window = await browser.window();
  const page = await window.newPage();
  await page.goto(program.base);
  await page.getByLabel('Find a claim').fill('early PT beats delayed PT');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/\/search\?q=early/);
  assert.match(await page.locator('h2.stance').first().innerText(), /^Agrees: early PT does better/);

  const hit = page.locator('.hit').first();
  assert.deepEqual(await badges(hit), ['✗ wrong identifier']);
  await hit.locator('.where a').click();
  assert.equal(await page.locator('h1').innerText(), 'Why a Small Backache Grows, and What to Do in the First Month');

  const marker = page.locator('.text a[href="#a1-r3"][aria-describedby]');
  assert.match(await marker.innerText(), /³\s*✗ wrong identifier/);
  const evidence = page.locator(`#${await marker.getAttribute('aria-describedby')}`);
  assert.equal(await evidence.isVisible(), false);
  await marker.hover();
  assert.equal(await evidence.isVisible(), true, 'hovering shows the evidence');
  assert.match(await evidence.innerText(), /check character[^]*should be X/);
  await marker.click();
  const entry = page.locator('#a1-r3');
  assert.ok(await entry.evaluate((each) => each.getBoundingClientRect().top < window.innerHeight), 'the marker leads to its reference');
  assert.match(await entry.innerText(), /Fritz JM[^]*cannot exist[^]*Look the work up by its title/);

  await entry.getByRole('link', { name: 'All about reference 3' }).click();
  assert.equal(await page.locator('h1').innerText(), 'Reference 3');
  assert.deepEqual(await badges(page.locator('main')), ['✗ wrong identifier']);
  const row = page.getByRole('row', { name: /PII/ });
  assert.match(await row.innerText(), /S1934148223000459[^]*≠ different/);
  await page.getByRole('link', { name: /^People who began PT/ }).click();
  assert.match(await page.locator('main').innerText(), /What it rests on[^]*wrong identifier/i);
  browser.check('the session');
  await window.close();
}

// Every page in light and dark and on a telephone; each as its JSON twin has it.
async function look_at_all(program, browser) {
  for (const [style, options] of Object.entries({
    light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, narrow: { viewport: { width: 360, height: 740 } },
  })) {
    const window = await browser.window(options);
    const page = await window.newPage();
    for (const [name, path] of Object.entries(kPages)) {
      const reply = await page.goto(program.base + path);
      assert.equal(reply.status(), 200, path);
      assert.match(reply.headers()['content-security-policy'], /default-src 'none'/);
      await browser.look(page, `${name}-${style}`);
    }
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
    assert.equal(paper[0] < 100, style === 'dark', `${style} has the paper ${paper}`);
    await window.close();
  }
}

async function hold_against_twins(program, browser) {
  const window = await browser.window();
  const page = await window.newPage();
  const open = async (path) => {
    await page.goto(program.base + path);
    return twin(program, page);
  };
  const main = page.locator('main');

  const overview = await open('');
  assert.match(await page.locator('.lead').innerText(), new RegExp(`^${overview.articles} articles with ${overview.claims} claims and ${overview.references} ref`));
  const chart = await page.locator('.chart text').allTextContents();
  assert.deepEqual(chart.filter((_, i) => i % 2 === 1).map(Number), Object.values(overview.verdicts));
  assert.deepEqual(await headlines(page.locator('section', { has: page.locator('#flagged') })), overview.flagged.map((each) => words(each.verdict)));
  assert.ok(overview.flagged.length > 3);

  const found = await open(kPages.search);
  const texts = (await page.locator('.hit .found').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  assert.deepEqual(texts, found.hits.map((hit) => hit.text));
  assert.deepEqual(await headlines(main), found.hits.flatMap((hit) => hit.references.map((each) => words(each.headline))));
  assert.ok(texts.length >= 3);

  const { articles } = await open('articles');
  assert.deepEqual(await page.locator('tbody .path').allInnerTexts(), articles.map((each) => each.path));
  assert.equal(articles.length, overview.articles);

  const checked = (await open(kPages['article-html'])).articles[0];
  const entries = page.locator('section', { has: page.locator('#references') }).locator('[id^=a1-r]');
  assert.equal(await entries.count(), checked.references.length);
  for (const [i, reference] of checked.references.entries()) {
    assert.equal((await headlines(entries.nth(i)))[0], words(reference.headline));
    assert.ok((await entries.nth(i).innerText()).includes(reference.reason));
  }

  const claim = await open(kPages.claim);
  assert.ok((await page.locator('.context strong').innerText()).startsWith(claim.text.slice(0, 40)));
  assert.deepEqual(await headlines(page.locator('.sources')), claim.rests_on.map((each) => words(each.verdict)));

  const reference = await open(kPages.reference);
  assert.deepEqual(await headlines(main), [words(reference.verdict)]);
  assert.ok((await main.innerText()).includes(reference.raw));

  const work = await open(kPages.work);
  assert.deepEqual(await headlines(page.locator('.sources')), work.cited_by.map((each) => words(each.verdict)));
  assert.ok(work.cited_by.length > 1);
  const { works } = await open('works');
  assert.equal(await page.locator('.works > li').count(), works.length);
  assert.deepEqual(await page.locator('.works > li > a').evaluateAll((all) => all.map((each) => each.getAttribute('href'))), works.map((each) => `/work/${each.id}`));
  assert.ok(works.length > 3);

  const { conflicts } = await open('conflicts');
  assert.deepEqual((await page.locator('main a[href^="/claim/"]').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')).sort(),
    conflicts.flatMap((each) => each.claims.map((claim) => claim.text)).sort());
  assert.ok(conflicts.length > 1);
  browser.check('the twins');
  await window.close();
}

// Where the keyboard is, in words, and whether that can be seen.
const focus = (page) => page.evaluate(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  const { width, height } = document.activeElement.getBoundingClientRect();
  return { text: (document.activeElement.innerText || document.activeElement.name || '').trim(), id: document.activeElement.id,
    seen: outlineStyle !== 'none' && outlineWidth !== '0px' && width > 1 && height > 1 };
});

// The same way by keyboard alone.
async function by_keyboard(program, browser) {
  const window = await browser.window();
  const page = await window.newPage();
  const tab_to = async (wanted) => {
    for (let i = 0; i < 80; ++i) {
      await page.keyboard.press('Tab');
      const at = await focus(page);
      assert.ok(at.seen, `the focus on "${at.text}" cannot be seen`);
      if (wanted(at)) return;
    }
    assert.fail(`no way by Tab on ${page.url()}`);
  };
  await page.goto(program.base);
  await page.keyboard.press('Tab');
  assert.deepEqual(await focus(page), { text: 'Skip to the content', id: '', seen: true });
  await page.keyboard.press('Enter');
  assert.equal((await focus(page)).id, 'main');
  await tab_to((at) => at.id === 'q');
  await page.keyboard.type('early PT beats delayed PT');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search/);
  await tab_to((at) => at.text.startsWith('Fritz JM'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/reference\//);
  assert.equal(await page.locator('h1').innerText(), 'Reference 3');
  await page.keyboard.press('/');
  assert.equal((await focus(page)).id, 'top-q');
  browser.check('by keyboard');
  await window.close();
}

async function without_script(program, browser) {
  const window = await browser.window({ javaScriptEnabled: false });
  const page = await window.newPage();
  await page.goto(program.base);
  await page.getByLabel('Find a claim').fill('bed rest');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByLabel('Verdict on a source').selectOption('wrong_identifier');
  await page.getByRole('button', { name: 'Search' }).click();
  assert.match(page.url(), /verdict=wrong_identifier/);
  assert.ok((await badges(page.locator('.hit').first())).includes('✗ wrong identifier'));
  await page.locator('.hit .found a').first().click();
  assert.equal(await page.locator('h1').innerText(), 'Claim');
  browser.check('without script');
  await window.close();
}

// What no page of ours would send.
async function refusals(program, browser) {
  const stranger = await program.ask('/', { headers: { Host: `evil.example:${program.port}` } });
  assert.equal(stranger.status, 421);
  assert.ok(!stranger.body.includes('Claims and what they rest on'));
  const other_port = await program.ask('/articles?format=json', { headers: { Host: '127.0.0.1:1' } });
  assert.equal(other_port.status, 421);
  const reply = await program.ask('/articles?format=json', { headers: { Origin: 'http://evil.example' } });
  assert.equal(reply.headers['access-control-allow-origin'], undefined);
  assert.equal((await program.ask('/', { method: 'DELETE' })).status, 405);
  const second = program.attempt('serve', '--port', String(program.port));
  assert.equal(second.code, 2);
  assert.match(second.err, /^whereof serve: .*\n$/);

  const window = await browser.window();
  const page = await window.newPage();
  browser.expected = /status of 404/;
  const none = await page.goto(`${program.base}article/no/such.md`);
  assert.equal(none.status(), 404);
  assert.match(await page.locator('main').innerText(), /holds no article 'no\/such.md'/);
  await browser.look(page, 'nothing-there');
  browser.expected = undefined;
  await window.close();
}

const reason = await missing();
if (reason) {
  console.log(`skipped: ${reason}`);
  process.exit(0);
}
const program = new Program(whereof, source);
let browser;
try {
  program.run('add', 'corpus/articles');
  program.attempt('check', '--all');
  await program.serve();
  browser = await Browser.open(program.base, pictures);
  for (const step of [read_on, look_at_all, hold_against_twins, by_keyboard, without_script, export_lists, check_files, let_stand, refusals]) {
    const begin = Date.now();
    await step(program, browser);
    console.log(`${step.name}: ${Date.now() - begin} ms`);
  }
  await browser.close();
  assert.equal(await program.end(), 130, 'Ctrl-C ends it');

  program.edits = true;
  await program.serve('--edit');
  browser = await Browser.open(program.base, pictures);
  await let_stand(program, browser);
} finally {
  await browser?.close();
  program.clean();
}
