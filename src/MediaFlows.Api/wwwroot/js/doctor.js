import { get } from './api.js';
import { h } from './dom.js';

const looks = { ok: 's-completed', warning: 's-timedOut', failed: 's-failed', skipped: 's-cancelled' };

export async function doctorPage(main) {
  main.replaceChildren(h('h1', {}, 'Doctor'), h('p', { className: 'soft' }, 'Checking credentials, storage, clock and the reach of the providers…'));
  const report = await get('api/doctor');
  main.replaceChildren(h('div', { className: 'row' }, h('h1', {}, 'Doctor'), h('span', { className: 'grow' }), h('button', { type: 'button', onclick: () => doctorPage(main) }, 'Check again')),
    h('div', { className: 'card' }, h('table', {}, h('thead', {}, h('tr', {}, ['Group', 'Check', 'State', 'Detail'].map((t) => h('th', {}, t)))),
      h('tbody', {}, report.findings.map((f) => h('tr', {}, h('td', {}, f.group), h('td', {}, f.name), h('td', {}, h('span', { className: `chip ${looks[f.state]}` }, f.state)), h('td', {}, f.detail)))))));
}
