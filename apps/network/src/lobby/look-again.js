// While something starts, the page is asked for again and its content renewed in place: no reload takes the
// reader's place away. Whoever is inside the content with the keyboard is left alone until they have moved on.
const pauseMs = 2_000;
const isWaiting = () => document.querySelector("[data-look-again]") !== null;

async function look() {
  const content = document.getElementById("main-content");
  const focused = document.activeElement;
  if (content && !document.hidden && (focused === content || !content.contains(focused))) {
    const answer = await fetch(location.pathname + location.search);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("main-content");
    if (answer.ok && fresh) content.replaceChildren(...fresh.childNodes);
  }
}

function lookLater() {
  if (!isWaiting()) return;
  setTimeout(() => look().then(lookLater, lookLater), pauseMs);
}

lookLater();
