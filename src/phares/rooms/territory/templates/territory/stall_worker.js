// Opens the stall's page, and what it is made of, without network: asked for first, given from the phone when it is away.
const SHELF = "phares-stall-v1";
const page = "{{ page|escapejs }}";
const known = (request) => {
  const path = new URL(request.url).pathname;
  return request.method === "GET" && (path === page || path.startsWith("/static/"));
};
self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const shelf = await caches.open(SHELF);
    const text = await (await fetch(page)).text();
    const files = [...text.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map((found) => found[1]);
    await shelf.addAll([page, ...new Set(files)]);
    await self.skipWaiting();
  })());
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (!known(event.request)) return;
  event.respondWith((async () => {
    const shelf = await caches.open(SHELF);
    try {
      const answer = await fetch(event.request);
      if (answer.ok && !answer.redirected) await shelf.put(event.request, answer.clone());
      return answer;
    } catch (away) {
      const kept = await shelf.match(event.request, { ignoreSearch: true, ignoreVary: true });
      if (kept) return kept;
      throw away;
    }
  })());
});
