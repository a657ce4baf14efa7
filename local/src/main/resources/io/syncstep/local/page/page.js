"use strict";
// Follows a run: asks once a second how it stands, and replaces those parts of the page that changed, so that a screen reader
// hears news alone.
(() => {
  const run = document.querySelector("[data-follow]");
  if (!run) return;
  const lost = run.querySelector("[data-lost]");

  const show = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    for (const part of run.querySelectorAll("[data-part]")) {
      const news = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
      if (news && news.innerHTML !== part.innerHTML) part.replaceChildren(...news.childNodes);
    }
  };

  const follow = async () => {
    try {
      const answer = await fetch(run.dataset.follow);
      if (!answer.ok) throw new Error(answer.statusText);
      show(await answer.text());
      lost.hidden = true;
    } catch {
      lost.hidden = false;
    }
    const end = run.querySelector("[data-ended]");
    if (end) document.title = `${end.dataset.ended}: ${document.title}`;
    else setTimeout(follow, 1000);
  };
  follow();
})();
