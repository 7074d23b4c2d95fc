/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
// What takes the service worker's place where the site no longer keeps anything for readers without
// a network (`offline: false` in mkdocs.yml): it forgets all that was kept, and itself.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const ROOT = new URL(worker.registration.scope).pathname;

worker.addEventListener("install", () => worker.skipWaiting());

worker.addEventListener("activate", (event) => {
  const retire = async () => {
    for (const name of await caches.keys()) {
      const [kind, , ...path] = name.split(" ");
      if (kind === "offline" && path.join(" ").startsWith(`${ROOT} `)) await caches.delete(name);
    }
    await worker.registration.unregister();
  };
  event.waitUntil(retire());
});
