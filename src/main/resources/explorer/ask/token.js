// The token of a server that asks for one: kept by this tab alone, and sent in a header, never in an address.
const KEY = 'middletier.token';

/** What files are called that are fetched with the token, by what they are. */
const ENDINGS = [['json', 'json'], ['csv', 'csv'], ['xml', 'xml'], ['text', 'txt']];

let asking = null;

/** As fetch; where the server asks for a token the reader is asked, and the question goes once more. */
export async function send(address, options = {}) {
  const token = sessionStorage.getItem(KEY);
  const headers = token ? { ...options.headers, Authorization: `Bearer ${token}` } : options.headers;
  const response = await fetch(address, { ...options, headers });
  if (response.status !== 401) return response;
  // Another question may have been given one in the meantime.
  if (sessionStorage.getItem(KEY) === token) {
    asking ??= asked(Boolean(token)).finally(() => { asking = null; });
    if (!(await asking)) return response;
  }
  return send(address, options);
}

/** Asks the reader, once for all questions that wait for it; false if they would rather not say. */
function asked(again) {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'token-title');
  dialog.innerHTML = `<form><h2 id="token-title">This server asks for a token</h2>
    <p>${again ? 'It does not know the one you gave. ' : ''}Whoever runs it gives you one. It is kept until you close this tab.</p>
    <p><label>Token <input type="password" autocomplete="off" required></label></p>
    <p class="tools"><button>Go on</button> <button type="button">Not now</button></p></form>`;
  document.body.append(dialog);
  const field = dialog.querySelector('input');
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => {
    const end = (token) => {
      if (token) sessionStorage.setItem(KEY, token);
      dialog.remove();
      resolve(Boolean(token));
    };
    dialog.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      end(field.value.trim());
    });
    dialog.querySelector('button[type=button]').addEventListener('click', () => end(null));
    dialog.addEventListener('cancel', () => end(null));
  });
}

/** A link sends no header: what it leads to is fetched and given as a file. */
document.addEventListener('click', async (event) => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || !sessionStorage.getItem(KEY)) return;
  const to = new URL(link.href, location.href);
  if (to.origin !== location.origin || !/^\/(v1|openapi\.json|metrics)(\/|$)/.test(to.pathname)) return;
  event.preventDefault();
  const response = await send(to.pathname + to.search);
  const type = response.headers.get('Content-Type') ?? '';
  const ending = ENDINGS.find(([word]) => type.includes(word))?.[1] ?? 'txt';
  const file = document.createElement('a');
  file.href = URL.createObjectURL(await response.blob());
  file.download = link.download || `${to.pathname.split('/').pop()}.${ending}`;
  file.click();
  setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
});
