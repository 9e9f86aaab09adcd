import { call, get } from './api.js';
import { h, json, toast } from './dom.js';
import { form } from './form.js';

export async function startPage(main, name) {
  const catalog = await get('api/pipelines');
  const pick = h('select', { 'aria-label': 'Pipeline', onchange: (e) => { location.hash = `#/start/${encodeURIComponent(e.target.value)}`; } },
    h('option', { value: '' }, 'choose…'), catalog.providers.map((provider) => h('optgroup', { label: provider.title }, catalog.items.filter((p) => p.provider === provider.name).map((p) => h('option', { value: p.name, selected: p.name === name }, p.name)))),
    h('optgroup', { label: 'MediaFlows' }, catalog.items.filter((p) => !catalog.providers.some((x) => x.name === p.provider)).map((p) => h('option', { value: p.name, selected: p.name === name }, p.name))));
  main.replaceChildren(h('h1', {}, 'Start a flow'), h('div', { className: 'card' }, pick));
  if (!name) return;

  const pipeline = await get(`api/pipelines/${encodeURIComponent(name)}`);
  const fields = form(pipeline.inputSchema, pipeline.example ?? {});
  const answer = h('div');
  const fail = (e) => {
    const d = e.document ?? {};
    answer.replaceChildren(h('div', { className: 'card error' }, h('h2', {}, e.message), d.hint && h('p', { className: 'soft' }, d.hint),
      d.errors && json(d.errors), ...(d.questions ?? []).map((q) => question(q, fields))));
  };
  const send = async (query) => {
    try { return await call('POST', `api/flows/${encodeURIComponent(name)}${query}`, fields.read(), { 'idempotency-key': crypto.randomUUID() }); } catch (e) { fail(e); return null; }
  };
  const start = async (query) => { const started = await send(query); if (started) { toast('Started'); location.hash = `#/flows/${encodeURIComponent(started.id)}`; } };
  main.append(h('div', { className: 'split' },
    h('div', { className: 'card' }, h('h2', {}, pipeline.description), pipeline.costNotice && h('p', { className: 's-timedOut' }, pipeline.costNotice), fields.element,
      h('div', { className: 'row' }, h('button', { type: 'button', className: 'primary', onclick: () => start('') }, pipeline.charged ? 'Start (paid)' : 'Start'),
        h('button', { type: 'button', onclick: () => start('?defaults=true') }, 'Start with defaults'),
        h('button', { type: 'button', onclick: async () => { const plan = await send('?dryRun=true'); if (plan) answer.replaceChildren(h('div', { className: 'card' }, h('h2', {}, 'What would be sent'), json(plan.requests))); } }, 'Dry run'))),
    h('div', {}, answer, h('div', { className: 'card' }, h('h2', {}, 'Example'), json(pipeline.example ?? {})))));
}

const question = (q, fields) => h('fieldset', {}, h('legend', {}, q.text),
  (q.options ?? []).map((o) => h('label', { className: 'choice' }, h('input', { type: 'radio', name: `q-${q.field}`, onchange: () => fields.set(q.field, o.value) }), ` ${o.label}`)));
