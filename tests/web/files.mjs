// SPDX-License-Identifier: MIT
// What goes out of the pages and comes in: lists exported, files checked, references let stand.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { badges, headlines, words } from './seen.mjs';

const kArticle = 'corpus/articles/vertebrae.html';
const kMixed = 'corpus/articles/early-care.xml'; // verified references and others
const kDraft = `# A draft

Rest is no cure for back pain [1]. Exercise is [2].

## References

1. Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. 2017;389(10070):736-747.
2. Hauser BR, et al. Physical Activity Versus Bed Rest: Narrative Review. Journal of Back & Musculoskeletal Rehabilitation 35 (2022): 1113–1120. https://www.sciencedirect.com/science/article/pii/S0003999324008451
`;

async function download(page, form, format) {
  await form.getByLabel(/^Export/).selectOption(format);
  const [file] = await Promise.all([page.waitForEvent('download'), form.getByRole('button', { name: 'Export' }).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

// The list of an article leaves in two formats and is read again, by this program and as JSON.
export async function export_lists(program, browser) {
  const window = await browser.window({ acceptDownloads: true });
  const page = await window.newPage();
  const { references } = (await program.json(`/article/${kArticle}?format=json`)).articles[0];
  await page.goto(`${program.base}article/${kArticle}`);
  const form = page.locator('form[action="/export"]');

  const csl = await download(page, form, 'csl-json');
  assert.equal(csl.name, 'vertebrae.json');
  const items = JSON.parse(csl.text);
  assert.equal(items.length, references.length);
  assert.ok(items.some((item) => item.DOI === '10.1016/s0140-6736(16)30970-9' && item.title === 'Non-specific low back pain'));

  const ris = await download(page, form, 'ris');
  const file = join(program.home, ris.name);
  writeFileSync(file, ris.text);
  const again = JSON.parse(program.attempt('check', file, '--format', 'json').out).articles[0].references;
  assert.deepEqual(again.map((each) => each.headline), references.map((each) => each.headline));

  const mixed = (await program.json(`/article/${kMixed}?format=json`)).articles[0].references;
  const verified = mixed.filter((each) => each.headline === 'verified').length;
  assert.ok(verified > 0 && verified < mixed.length, `${verified} of ${mixed.length} are verified`);
  await page.goto(`${program.base}article/${kMixed}`);
  await form.getByLabel('Which').selectOption({ label: 'verified ones only' });
  assert.equal(JSON.parse((await download(page, form, 'csl-json')).text).length, verified);

  await page.goto(`${program.base}search?q=bed+rest`);
  const found = await download(page, page.locator('form[action="/export"]'), 'bibtex');
  assert.match(found.text, /^@\w+\{/m);
  browser.check('the export');
  await window.close();
}

// Lets a file fall on the form as a file manager would.
async function drop(page, name, text) {
  const data = await page.evaluateHandle(([file, content]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([content], file));
    return carried;
  }, [name, text]);
  await page.dispatchEvent('form.drop', 'dragenter', { dataTransfer: data });
  assert.match(await page.locator('form.drop').getAttribute('class'), /\bover\b/, 'the box shows that a file may fall');
  await Promise.all([page.waitForNavigation(), page.dispatchEvent('form.drop', 'drop', { dataTransfer: data })]);
}

const post = (program, name, text) => {
  const mark = 'whereof-test';
  const body = `--${mark}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n--${mark}--\r\n`;
  return program.ask('/check?format=json', {
    method: 'POST', body, headers: { 'Content-Type': `multipart/form-data; boundary=${mark}`, 'Content-Length': Buffer.byteLength(body) },
  });
};

// A file is checked that is dropped, chosen or pasted, with and without script; nothing in one can do harm.
export async function check_files(program, browser) {
  const said = ['verified', 'wrong identifier'];
  const list = (page) => page.locator('ol.references > li');
  const verdicts = async (page) => {
    const each = [];
    for (const entry of await list(page).all()) each.push((await headlines(entry))[0]);
    return each;
  };
  const window = await browser.window();
  const page = await window.newPage();
  await page.goto(`${program.base}check`);
  await drop(page, 'draft.md', kDraft);
  assert.deepEqual(await verdicts(page), said);
  assert.match(await list(page).nth(1).innerText(), /another journal/);
  await browser.look(page, 'checked');
  const told = JSON.parse((await post(program, 'draft.md', kDraft)).body);
  assert.deepEqual(told.articles[0].references.map((each) => words(each.headline)), said);

  await page.goto(`${program.base}check`);
  await page.getByLabel(/to paste/).fill(kDraft);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  assert.deepEqual(await verdicts(page), said);

  const hostile = '<script>document.title = "taken over"</script><img src="https://evil.example/x.png" onerror="document.title = 1">';
  await page.goto(`${program.base}check`);
  await drop(page, '"><img src=x onerror=alert(1)>.md', `# Title ${hostile}\n\n${hostile} [1]\n\n${kDraft}3. ${hostile} J Pain 2001;1:2.\n`);
  assert.match(await page.title(), /^Citations checked/);
  assert.equal(await page.locator('main img, main script').count(), 0);
  await browser.look(page, 'checked-hostile');

  browser.expected = /status of 422/;
  await page.goto(`${program.base}check`);
  await drop(page, 'picture.png', '\x89PNG\r\n\x1a\n\0\0\0\0');
  assert.match(await page.locator('main').innerText(), /picture\.png cannot be read/);
  await browser.look(page, 'not-readable');
  browser.expected = undefined;
  await window.close();

  const plain = await browser.window({ javaScriptEnabled: false });
  const chosen = await plain.newPage();
  await chosen.goto(`${program.base}check`);
  await chosen.getByLabel('An article or a reference list').setInputFiles({ name: 'draft.md', mimeType: 'text/markdown', buffer: Buffer.from(kDraft) });
  await chosen.getByRole('button', { name: 'Check', exact: true }).click();
  assert.deepEqual(await verdicts(chosen), said);
  browser.check('the files');
  await plain.close();

  const foreign = await program.ask('/check', { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://evil.example' } });
  assert.equal(foreign.status, 403);
}

// Pages that only show refuse to change anything; with --edit a reference is let stand, and counts again.
export async function let_stand(program, browser) {
  const path = `reference/${kArticle}%23r1`;
  const window = await browser.window();
  const page = await window.newPage();
  await page.goto(program.base + path);
  const may_edit = (await page.locator('form[action="/accept"]').count()) > 0;
  if (!program.edits) {
    assert.equal(may_edit, false);
    assert.equal((await program.ask('/accept', { method: 'POST', body: `id=${kArticle}%23r1&rule=mismatch&reason=no` })).status, 403);
    await window.close();
    return;
  }
  const flagged = await badges(page.locator('main'));
  await page.getByLabel(/Say why/).fill('Looked up in the library: it is right');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL(`**/${path}`);
  assert.match(await page.locator('main').innerText(), /Looked up in the library: it is right/);
  await browser.look(page, 'accepted');
  await page.getByRole('button', { name: 'Let it count again' }).click();
  assert.equal(await page.getByText('Looked up in the library').count(), 0);
  assert.deepEqual(await badges(page.locator('main')), flagged);
  browser.check('acceptances');
  await window.close();
}
