// Asks the browser to make or to use a passkey: <form data-passkey="make|use|find" hidden>.
// "find" fetches what to ask for from the form's address; the others carry it with them. The page
// says below data-passkey-missing what to do where this file does nothing.
const BINARY = ["attestationObject", "clientDataJSON", "authenticatorData", "signature"];

function bytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function asked({ publicKey }) {
  const known = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }));
  const options = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (publicKey.user) {
    options.user = { ...publicKey.user, id: bytes(publicKey.user.id) };
    options.excludeCredentials = known(publicKey.excludeCredentials);
    options.authenticatorSelection = {
      ...publicKey.authenticatorSelection,
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    };
  } else {
    options.allowCredentials = known(publicKey.allowCredentials);
  }
  return { publicKey: options };
}

function answered(credential) {
  const response = {};
  for (const name of [...BINARY, "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

async function options(form) {
  if (form.dataset.passkey !== "find") return JSON.parse(form.dataset.passkeyOptions);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
}

async function send(form) {
  const problem = form.querySelector("[data-passkey-problem]");
  problem.hidden = true;
  try {
    const wanted = asked(await options(form));
    const credential =
      form.dataset.passkey === "make"
        ? await navigator.credentials.create(wanted)
        : await navigator.credentials.get(wanted);
    form.elements.credential.value = answered(credential);
    form.submit();
  } catch {
    problem.hidden = false; // broken off, timed out, or no such key
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    });
  }
  for (const missing of document.querySelectorAll("[data-passkey-missing]")) missing.hidden = true;
}
