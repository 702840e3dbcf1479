// Shows how far the open replay is while it moves, and looks at the page anew when it stands elsewhere. Without it the
// page says the same at each look.
(() => {
  const open = document.getElementById("open");
  if (!open) {
    return;
  }
  const count = new Intl.NumberFormat("en-US");
  const text = (field, value) => {
    open.querySelector(`[data-field=${field}]`).textContent = value;
  };
  const number = (value) => (value === null || value === undefined ? "–" : count.format(value));
  const events = new EventSource(`/api/audit/replays/${open.dataset.replay}/events`);
  events.addEventListener("progress", (event) => {
    const replay = JSON.parse(event.data);
    if (replay.state !== open.dataset.state) {
      events.close();
      window.location.reload();
      return;
    }
    const bar = open.querySelector("progress");
    bar.max = Math.max(1, replay.total ?? 1);
    bar.value = replay.done;
    text("phase", replay.phase);
    text("done", number(replay.done));
    text("total", number(replay.total));
    text("perSecond", number(replay.perSecond));
    text("left", replay.millisLeft === null || replay.millisLeft === undefined ? "–" : `${(replay.millisLeft / 1000).toFixed(1)} s`);
  });
})();
