import { key, Problem } from './api.js';
import { resultsPage } from './batch.js';
import { h, toast } from './dom.js';
import { doctorPage } from './doctor.js';
import { flowPage } from './flow.js';
import { flowsPage } from './flows.js';
import { ingestPage } from './ingest.js';
import { startPage } from './start.js';

const pages = [
  { path: /^#\/flows$/, title: 'Flows', hash: '#/flows', open: flowsPage },
  { path: /^#\/flows\/(.+)$/, title: 'Flow', open: flowPage, under: '#/flows' },
  { path: /^#\/results\/(.+)$/, title: 'Results', open: resultsPage, under: '#/flows' },
  { path: /^#\/ingest$/, title: 'Ingest', hash: '#/ingest', open: ingestPage },
  { path: /^#\/start(?:\/(.+))?$/, title: 'Start', hash: '#/start', open: startPage },
  { path: /^#\/doctor$/, title: 'Doctor', hash: '#/doctor', open: doctorPage },
];

let close = null;

async function route() {
  const [hash, query] = (location.hash || '#/flows').split('?');
  const page = pages.find((p) => p.path.test(hash)) ?? pages[0];
  const argument = page.path.exec(hash)?.[1];
  close?.();
  close = null;
  document.title = `${page.title} · MediaFlows`;
  document.getElementById('nav').replaceChildren(...pages.filter((p) => p.hash).map((p) =>
    h('a', { href: p.hash, 'aria-current': p === page || p.hash === page.under ? 'page' : null }, p.title)));
  const main = document.getElementById('main');
  main.replaceChildren(h('p', { className: 'soft' }, 'Loading…'));
  try {
    close = await page.open(main, argument && decodeURIComponent(argument), new URLSearchParams(query ?? ''));
  } catch (e) {
    main.replaceChildren(h('div', { className: 'card error' }, h('h2', {}, e.message), e instanceof Problem && e.document.hint ? h('p', {}, e.document.hint) : ''));
  }
}

async function health() {
  const element = document.getElementById('health');
  try {
    const answer = await fetch('readyz', { credentials: 'omit' });
    element.className = `health ${answer.ok ? 'ok' : 'bad'}`;
    element.textContent = answer.ok ? 'ready' : 'not ready';
  } catch {
    element.className = 'health bad';
    element.textContent = 'host does not answer';
  }
}

document.getElementById('key').addEventListener('click', async () => { if (await key.ask()) { toast('Key set for this tab'); route(); } });
addEventListener('hashchange', route);
setInterval(health, 10_000);
health();
route();
