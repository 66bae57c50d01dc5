// Shows how background work is going: <div data-app-progress="/address/of/fragment" role="status">.
// The server answers 202 with a fragment while the work goes on and 200 with the last one.
const PAUSE = 1500;

export function watchProgress(element) {
  let shown = element.innerHTML.trim();

  async function look() {
    let answer;
    try {
      answer = await fetch(element.dataset.appProgress, { headers: { Accept: "text/html" } });
    } catch {
      window.setTimeout(look, PAUSE * 4); // the connection may come back
      return;
    }
    if (!answer.ok || answer.redirected) {
      window.location.reload(); // signed out, or no longer allowed: the page itself says so
      return;
    }
    const fragment = (await answer.text()).trim();
    if (fragment !== shown) {
      element.innerHTML = fragment; // only when it changed, so that nothing is announced twice
      shown = fragment;
    }
    if (answer.status === 202) window.setTimeout(look, PAUSE);
  }

  window.setTimeout(look, PAUSE);
}
