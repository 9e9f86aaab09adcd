import { flow, post } from './api.js';
import { h, time, toast } from './dom.js';

const looks = { delivered: 's-completed', pending: 's-running', givenUp: 's-failed', disabled: 's-needsAttention' };
const words = { delivered: 'delivered', pending: 'pending', givenUp: 'given up', disabled: 'disabled by 410' };

// How the webhook of a flow fares: every event with its tries, and deliveries by hand.
export function webhookCard(status, changed) {
  const notify = status.notify;
  if (!notify) return null;
  const again = async (delivery) => {
    try { await post(`${flow(status.id, 'notify')}${delivery ? `?delivery=${encodeURIComponent(delivery)}` : ''}`); toast('Delivered again: recorded'); changed(); } catch (e) { toast(e.message, true); }
  };
  const deliveries = notify.deliveries ?? [];
  return h('div', { className: 'card' }, h('h2', {}, 'Webhook'),
    h('p', { className: 'small' }, h('span', { className: 'mono' }, notify.url), h('br'),
      h('span', { className: 'soft' }, `${notify.events ? notify.events.join(', ') : 'every end'} · ${notify.waiting ? 'waits for events or tries' : 'nothing more to come'}`)),
    deliveries.length === 0 ? h('p', { className: 'soft' }, 'Nothing was told yet.')
      : h('div', { className: 'wide' }, h('table', {}, h('thead', {}, h('tr', {}, ['Event', 'State', 'Tries', 'Last answer', 'Next try', ''].map((t) => h('th', {}, t)))),
        h('tbody', {}, deliveries.map((d) => row(d, again))))),
    h('div', { className: 'row' }, h('button', { type: 'button', onclick: () => again() }, 'Deliver again')));
}

function row(delivery, again) {
  const last = delivery.lastTries?.at(-1);
  return h('tr', {},
    h('td', {}, delivery.event, h('br'), h('span', { className: 'mono small soft' }, delivery.id)),
    h('td', {}, h('span', { className: `chip ${looks[delivery.state] ?? ''}` }, words[delivery.state] ?? delivery.state)),
    h('td', {}, delivery.lastTries?.length > 0 ? h('details', {}, h('summary', {}, String(delivery.tries)), delivery.lastTries.map((t) => h('div', { className: 'small' }, time(t.at), ' ', answer(t)))) : String(delivery.tries)),
    h('td', { className: 'small' }, last ? answer(last) : ''),
    h('td', { className: 'small' }, time(delivery.nextTryAt)),
    h('td', {}, h('button', { type: 'button', 'aria-label': `Deliver ${delivery.id} again`, onclick: () => again(delivery.id) }, 'Replay')));
}

const answer = (attempt) => attempt.status !== undefined ? String(attempt.status) : attempt.error ?? 'no answer';
