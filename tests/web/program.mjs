// SPDX-License-Identifier: MIT
// `whereof serve` as a child process on a store of its own, and requests to it that no browser would send.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export class Program {
  constructor(whereof, source) {
    this.whereof = whereof;
    this.source = source;
    this.home = mkdtempSync(join(tmpdir(), 'whereof-web-'));
    this.env = { HOME: this.home, PATH: process.env.PATH, LANG: 'C.UTF-8' };
    for (const name of Object.keys(process.env).filter((each) => each.endsWith('SAN_OPTIONS'))) this.env[name] = process.env[name];
    this.edits = false;
    this.said = '';
  }

  run(...words) {
    return execFileSync(this.whereof, words, { cwd: this.source, env: this.env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  // A command that may fail: its exit code and what it says.
  attempt(...words) {
    const done = spawnSync(this.whereof, words, { cwd: this.source, env: this.env, encoding: 'utf8', timeout: 60_000 });
    return { code: done.status, out: done.stdout, err: done.stderr };
  }

  // Starts to serve; `base` is then "http://127.0.0.1:PORT/".
  async serve(...words) {
    this.child = spawn(this.whereof, ['serve', '--port', '0', ...words], { cwd: this.source, env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stderr.on('data', (bytes) => { this.said += bytes; });
    const lines = createInterface({ input: this.child.stdout });
    const timer = setTimeout(() => lines.close(), 60_000);
    for await (const line of lines) {
      this.base = line;
      break;
    }
    clearTimeout(timer);
    if (!/^http:\/\/127\.0\.0\.1:\d+\/$/.test(this.base ?? '')) throw new Error(`serve said no address but "${this.base}"; ${this.said}`);
    this.port = Number(new URL(this.base).port);
  }

  // A request just as it is given: { status, headers, body }.
  ask(path, { method = 'GET', headers = {}, body = '' } = {}) {
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: this.port, path, method, headers }, (reply) => {
        let text = '';
        reply.setEncoding('utf8');
        reply.on('data', (part) => { text += part; });
        reply.on('end', () => resolve({ status: reply.statusCode, headers: reply.headers, body: text }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  async json(path) {
    const reply = await this.ask(path);
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`);
    return JSON.parse(reply.body);
  }

  // Ends it as Ctrl-C does; gives the exit code.
  async end() {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGINT');
    const [code] = await ended;
    this.child = undefined;
    return code;
  }

  clean() {
    this.child?.kill('SIGKILL');
    rmSync(this.home, { recursive: true, force: true });
  }
}
