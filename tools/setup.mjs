/**
 * Makes a fresh checkout ready: dependencies, then the browsers named as arguments (`chromium`, `firefox`).
 * Plain JavaScript without dependencies, for it runs before there are any, on whatever Node the machine has.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSERS, findBrowser } from './find-browser.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** Holds the lock file's text as it was when dependencies were last installed from it. */
const stamp = resolve(root, 'node_modules/.treaty-lens-lock');

/** Runs a command with its output on standard error, so that a tool's standard output stays its own. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) console.error(String(error));
  return status === 0;
}

function installDependencies() {
  const lock = readFileSync(resolve(root, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing dependencies …');
  // A registry that lacks some platform's package makes `npm ci` refuse the lock file; `npm install` passes over it.
  const quiet = ['--no-audit', '--no-fund'];
  if (!run('npm', ['ci', ...quiet]) && !run('npm', ['install', '--no-save', ...quiet])) {
    console.error('The dependencies could not be installed; the messages above say why.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/** Whether this is a Debian-like system on which packages can be installed. */
function canUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

async function installBrowser(name) {
  if (await findBrowser(name)) return;
  if (canUseApt()) {
    console.error(`Installing ${BROWSERS[name].debian} …`);
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', BROWSERS[name].debian, 'fonts-noto-core']);
  } else if (name === 'chromium') run('npx', ['playwright', 'install', 'chromium']);
  if (await findBrowser(name)) return;
  console.error(
    `No ${name} was found. Install ${BROWSERS[name].advice}, or name its program in ${BROWSERS[name].variable}.`,
  );
  process.exit(1);
}

installDependencies();
for (const name of process.argv.slice(2)) await installBrowser(name);
