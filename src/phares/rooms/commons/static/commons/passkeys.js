// Passkeys: what the device answers goes into the form's hidden field. Without this file the other ways in remain.
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const listed = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }));

  // What this page carries, or, at the way in, what the server gives when one presses the button.
  const askedOptions = async (form) => {
    const here = document.getElementById("passkey-options");
    if (here) return JSON.parse(here.textContent);
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  };

  const create = async (data) => {
    const asked = data.creation_options.publicKey;
    const publicKey = {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: listed(asked.excludeCredentials),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    };
    const made = await navigator.credentials.create({ publicKey });
    return {
      ...named(made),
      response: {
        clientDataJSON: text(made.response.clientDataJSON),
        attestationObject: text(made.response.attestationObject),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
    };
  };

  const get = async (data) => {
    const asked = data.request_options.publicKey;
    const publicKey = { ...asked, challenge: bytes(asked.challenge), allowCredentials: listed(asked.allowCredentials) };
    const found = await navigator.credentials.get({ publicKey });
    return {
      ...named(found),
      response: {
        clientDataJSON: text(found.response.clientDataJSON),
        authenticatorData: text(found.response.authenticatorData),
        signature: text(found.response.signature),
        userHandle: found.response.userHandle ? text(found.response.userHandle) : null,
      },
    };
  };

  const named = (credential) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
  });

  if (!window.PublicKeyCredential) return;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const [button, absent, failed] = ["button[type=submit]", "[data-passkey-absent]", "[data-passkey-failed]"].map((part) =>
      form.querySelector(part),
    );
    button.hidden = false;
    absent.hidden = true;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        const ceremony = form.dataset.passkey === "create" ? create : get;
        form.elements.credential.value = JSON.stringify(await ceremony(await askedOptions(form)));
        form.submit();
      } catch {
        failed.hidden = false;
        button.focus();
      }
    });
  }
})();
