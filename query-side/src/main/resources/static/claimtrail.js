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
