// SPDX-License-Identifier: MIT
// Holds a conversation with `whereof mcp` by the official client package, which checks every message against the
// protocol's schemas and every structured result against its tool's output schema.
// usage: node client.mjs WHEREOF SOURCE_DIR      run beside its node_modules; without the package it says "skipped: …"
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [whereof, source] = process.argv.slice(2);
let Client, StdioClientTransport;
try {
  ({ Client } = await import('@modelcontextprotocol/sdk/client/index.js'));
  ({ StdioClientTransport } = await import('@modelcontextprotocol/sdk/client/stdio.js'));
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.log('skipped: @modelcontextprotocol/sdk is not installed (scripts/test installs it by npm)');
  process.exit(0);
}

const home = mkdtempSync(join(tmpdir(), 'whereof-mcp-'));
const env = { ...process.env, HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_CACHE_HOME: join(home, 'cache') };
const files = () => readdirSync(join(home, 'data', 'whereof')).map((name) => [name, statSync(join(home, 'data', 'whereof', name)).size]);

async function converse() {
  execFileSync(whereof, ['add', 'corpus/articles'], { cwd: source, env });
  const before = files();
  const faults = [];
  const transport = new StdioClientTransport({ command: whereof, args: ['mcp'], cwd: source, env, stderr: 'pipe' });
  const client = new Client({ name: 'whereof-test', version: '1' });
  client.onerror = (error) => faults.push(error);
  await client.connect(transport);
  assert.equal(client.getServerVersion().name, 'whereof');
  await client.ping();

  const { tools } = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name), ['search_claims', 'check_citations', 'get_article', 'export_references']);
  assert.ok(tools.every((tool) => tool.annotations.readOnlyHint && tool.outputSchema && tool.title && tool.description));

  const call = (name, args) => client.callTool({ name, arguments: args });
  const found = await call('search_claims', { query: 'early PT beats delayed PT', limit: 2 });
  const hit = found.structuredContent.hits[0];
  assert.equal(hit.references[0].headline, 'wrong_identifier');
  assert.match(found.content[0].text, /wrong_identifier/);

  const claim = await call('get_article', { id: hit.path });
  assert.equal(claim.structuredContent.path, hit.path);
  assert.ok(claim.structuredContent.references.length > 0);
  assert.equal((await call('get_article', { id: 'no/such.md' })).isError, true);

  const checked = await call('check_citations', { path: 'corpus/articles/small-ache.txt' });
  assert.ok(checked.structuredContent.counts.wrong_identifier > 0);
  const strings = claim.structuredContent.references.map((reference) => reference.raw);
  const again = await call('check_citations', { references: strings });
  assert.deepEqual(again.structuredContent.counts, checked.structuredContent.counts);
  assert.equal((await call('check_citations', { text: 'no references here' })).structuredContent.articles[0].references.length, 0);

  const ris = await call('export_references', { query: 'early PT', format: 'ris' });
  assert.equal(ris.structuredContent.text.match(/^TY {2}- /gm).length, ris.structuredContent.count);
  const bibtex = await call('export_references', { articles: [hit.path], format: 'bibtex', verdicts: ['wrong_identifier'] });
  assert.equal(bibtex.structuredContent.count, checked.structuredContent.counts.wrong_identifier);

  assert.match((await call('search_claims', { query: '' })).content[0].text, /query/);
  await assert.rejects(call('delete_everything', {}), (error) => error.code === -32602);
  await client.close();
  assert.deepEqual(faults, []);
  assert.deepEqual(files(), before, 'the store is as it was');
}

try {
  await converse();
} finally {
  rmSync(home, { recursive: true, force: true });
}
