// What pages do better with a script; without one every form here works by its button.
'use strict';

// The slider says where it stands while it is moved, and looks there when it is let go.
for (const slider of document.querySelectorAll('.asof input[type=range]')) {
  const says = slider.closest('label').querySelector('output');
  const words = new Intl.DateTimeFormat('en-US', {
    day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit',
    hourCycle: 'h23', timeZone: 'UTC',
  });
  slider.addEventListener('input', () => { says.textContent = `${words.format(Number(slider.value))} UTC`; });
  slider.addEventListener('change', () => slider.form.requestSubmit());
}

// One room of the navigation is open at a time; a click elsewhere, or Escape, closes it.
const rooms = document.querySelectorAll('nav.rooms details');
const close = (except) => rooms.forEach((room) => { if (room !== except) room.open = false; });
document.addEventListener('click', (event) => close(event.target.closest('nav.rooms details')));
document.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(null); });

// A month is closed by a fact, so it is told to the door of facts; without a script that door is there for programs.
for (const form of document.querySelectorAll('form[data-sets]')) {
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const answer = await fetch(`/api/settings?practice=${encodeURIComponent(given.get('practice'))}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({
        setting: form.dataset.sets, value: given.get('value'), unit: given.get('unit'), effectiveFrom: `${given.get('month')}-01`,
      }),
    });
    const says = form.querySelector('output');
    if (answer.ok) {
      says.textContent = 'Closed. It shows here as soon as it is counted.';
    } else {
      const problem = await answer.json().catch(() => ({}));
      says.textContent = problem.code === 'VERSION_NOT_NEXT' ? 'This month is closed already.' : `Not closed: ${problem.detail ?? problem.code ?? answer.status}`;
    }
  });
}
