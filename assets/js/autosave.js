// Keeps what somebody types and has not saved: <div data-app-keeps="/address" data-app-keeps-as="page">
// around a form, with a <p data-app-kept> that says what became of it. Every page works without this.
const PAUSE = 15000;
const NO_CONNECTION = "Could not be kept: check your connection.";
const SIGNED_OUT =
  "Could not be kept: you are signed out. Sign in in another window, then save here.";
const FAILED = "Could not be kept. Save what you wrote.";

function keepTyping(element) {
  const form = element.querySelector("form");
  const status = element.querySelector("[data-app-kept]");
  let timer = 0;
  let sending = new AbortController();

  function say(sentence) {
    if (status.textContent !== sentence) status.textContent = sentence; // announced once
  }

  async function keep() {
    timer = 0;
    const typed = new URLSearchParams(new FormData(form));
    typed.set("form", element.dataset.appKeepsAs);
    let answer;
    try {
      answer = await fetch(element.dataset.appKeeps, {
        method: "POST",
        body: typed,
        signal: sending.signal,
        headers: { Accept: "application/json" },
      });
    } catch (failure) {
      if (failure.name === "AbortError") return; // it is being saved
      say(NO_CONNECTION);
      wait(); // the connection may come back
      return;
    }
    if (answer.redirected) {
      say(SIGNED_OUT);
      return;
    }
    try {
      say((await answer.json()).said);
    } catch {
      say(FAILED);
    }
  }

  function wait() {
    if (!timer) timer = window.setTimeout(keep, PAUSE);
  }

  form.addEventListener("input", wait);
  form.addEventListener("submit", () => {
    window.clearTimeout(timer);
    sending.abort();
  });
  window.addEventListener("pageshow", () => {
    sending = new AbortController(); // somebody came back to the page
    timer = 0;
  });
}

document.querySelectorAll("[data-app-keeps]").forEach(keepTyping);
