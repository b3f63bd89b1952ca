/* Only in the preview: the bar to switch sites, what is wrong with the content, and a page that keeps up with it. */
(() => {
  "use strict";

  const script = document.currentScript;
  let state = JSON.parse(script.dataset.golden);
  const place = `golden-place ${location.pathname}`;
  const closed = "golden-closed";

  /* Our elements stand in a tree of their own, where the theme's styles do not reach them. */
  const host = document.createElement("golden-preview");
  /* Findings are told in English, as in the terminal, and so is all about them; the site may have another language. */
  host.lang = "en-GB";
  host.dir = "ltr";
  const root = host.attachShadow({ mode: "open" });

  function make(name, given = {}, ...inside) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(given)) {
      if (value !== false) made.setAttribute(attribute, value === true ? "" : value);
    }
    made.append(...inside);
    return made;
  }

  const styles = make("link", { rel: "stylesheet", href: new URL("preview.css", script.src).pathname });
  const styled = new Promise((done) => ["load", "error"].forEach((end) => styles.addEventListener(end, done)));

  /* --- the bar --- */

  const to = (name) => `/.golden/go?${new URLSearchParams({ to: name, path: state.path })}`;

  function sites(shown) {
    const links = Object.entries(shown.audiences).map(([title, name]) =>
      make("li", {}, make("a", { href: to(name), "aria-current": name === shown.current && "true", "data-key": `for-${title}` }, title)),
    );
    return make("ul", {}, ...links);
  }

  function day(shown) {
    const field = make("input", { type: "date", id: "day", value: shown.on, "data-key": "day" });
    const button = make("button", { type: "button", "data-key": "show-day" }, "Show");
    const go = () => location.assign(to(field.value ? `${shown.undated}@${field.value}` : shown.undated));
    button.addEventListener("click", go);
    field.addEventListener("keydown", (event) => event.key === "Enter" && go());
    return make("div", { class: "day" }, make("label", { for: "day" }, "As on"), field, button);
  }

  const findings = make("button", { type: "button", class: "findings", "aria-expanded": "false", "data-key": "findings", hidden: true });
  const line = make("p", { role: "status", class: "line" });
  const bar = make("nav", { class: "bar", "aria-label": "Preview", tabindex: "-1" }, make("strong", {}, "Preview"));
  if (state.switch) {
    const drafts = state.switch.with_drafts ? "Leave out drafts" : "Show drafts";
    bar.append(sites(state.switch), day(state.switch), make("a", { href: to(state.switch.drafts), "data-key": "drafts" }, drafts));
  }
  bar.append(findings, line);

  /* --- what is wrong --- */

  const heading = make("h2", { id: "heading", class: "heading" });
  const remark = make("p", { role: "alert" });
  const words = make("pre", { tabindex: "0", role: "region", "aria-labelledby": "heading", "data-key": "words" });
  const close = make("button", { type: "button", "data-key": "close" }, "Close");
  const panel = make("div", { class: "panel", role: "dialog", "aria-labelledby": "heading", hidden: true }, make("div", { class: "top" }, heading, close), remark, words);

  function open(is_open) {
    const has_focus = panel.contains(root.activeElement) || root.activeElement === findings;
    panel.hidden = !is_open;
    host.toggleAttribute("data-open", is_open);
    if (has_focus && !is_open) (findings.hidden ? bar : findings).focus({ preventScroll: true });
    findings.setAttribute("aria-expanded", String(is_open));
  }

  function shut() {
    sessionStorage.setItem(closed, words.textContent);
    open(false);
  }

  close.addEventListener("click", shut);
  panel.addEventListener("keydown", (event) => event.key === "Escape" && shut());
  findings.addEventListener("click", () => {
    if (!panel.hidden) return shut();
    open(true);
    words.focus();
  });

  const STOPPED = "The preview has stopped: start it again with golden serve";
  const MENDED = "What was wrong is mended";
  const say = (told) => (line.textContent = told);

  function tell(notice) {
    findings.hidden = !notice;
    findings.textContent = notice ? notice.heading : "";
    if (!notice) return open(false);
    heading.textContent = notice.heading;
    const stays = notice.holds_pages ? " The page stays as it was until it is mended." : "";
    const said = notice.is_wrong ? `Nothing can be published like this.${stays}` : "";
    if (remark.textContent !== said) remark.textContent = said;
    remark.hidden = !said;
    const was_wrong = findings.classList.contains("wrong");
    findings.classList.toggle("wrong", notice.is_wrong);
    const at = words.scrollTop;
    words.textContent = notice.words;
    words.scrollTop = at;
    if (notice.is_wrong) say("");
    const was_closed = sessionStorage.getItem(closed) === notice.words;
    if (notice.is_wrong || was_wrong) open(notice.is_wrong && !was_closed); // warnings are opened and closed by hand
  }

  /* --- the place on the page --- */

  function way(element) {
    if (!element || element === document.body || element === host) return "";
    if (element.id) return `#${CSS.escape(element.id)}`;
    const number = [...element.parentElement.children].indexOf(element) + 1;
    return `${way(element.parentElement) || "body"} > :nth-child(${number})`;
  }

  function again(is_mended) {
    const opened = [...document.querySelectorAll("details")].map((it) => it.open);
    const within = root.activeElement ? root.activeElement.dataset.key || "bar" : "";
    const chosen = root.getElementById("day");
    const day = chosen && chosen.value !== chosen.defaultValue ? chosen.value : "";
    const read = !panel.hidden && { at: words.scrollTop, is_of_warnings: !state.notice.is_wrong };
    const focus = way(document.activeElement);
    sessionStorage.setItem(place, JSON.stringify({ x: scrollX, y: scrollY, opened, focus, within, day, read, is_mended }));
    history.scrollRestoration = "manual";
    location.reload();
  }

  function find_back() {
    const kept = JSON.parse(sessionStorage.getItem(place) || "null");
    sessionStorage.removeItem(place);
    if (!kept) return;
    document.querySelectorAll("details").forEach((it, number) => {
      if (number in kept.opened) it.open = kept.opened[number];
    });
    if (kept.read && kept.read.is_of_warnings && state.notice) open(true);
    if (kept.read) words.scrollTop = kept.read.at;
    if (kept.day && root.getElementById("day")) root.getElementById("day").value = kept.day;
    const focus = kept.within ? root.querySelector(`[data-key="${CSS.escape(kept.within)}"]`) : kept.focus && document.querySelector(kept.focus);
    if (focus) focus.focus({ preventScroll: true });
    if (kept.within && !root.activeElement) bar.focus({ preventScroll: true }); // what had it is not shown any more
    if (kept.is_mended && !(state.notice && state.notice.is_wrong)) say(MENDED);
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    history.scrollRestoration = "auto";
  }

  /* --- keeping up --- */

  function restyle(version) {
    for (const old of document.querySelectorAll("link[rel=stylesheet], link[rel~=icon]")) {
      if (old.href.startsWith("data:")) continue;
      const fresh = old.cloneNode();
      const address = new URL(old.href);
      address.searchParams.set("styles", version);
      fresh.href = address.href;
      old.after(fresh);
      if (old.rel === "stylesheet") fresh.addEventListener("load", () => old.remove());
      else old.remove();
    }
  }

  function hear(told) {
    const is_begun = !state.site && !(told.notice && told.notice.is_wrong);
    const is_led_otherwise = JSON.stringify(told.switch) !== JSON.stringify(state.switch); // another day, or audience
    const is_mended = Boolean(state.notice && state.notice.is_wrong && !(told.notice && told.notice.is_wrong));
    if (is_begun || is_led_otherwise || told.page !== state.page || told.rest !== state.rest) return again(is_mended);
    if (told.styles !== state.styles) restyle(told.styles);
    state = { ...state, ...told };
    tell(told.notice);
    if (is_mended) say(MENDED);
  }

  let source = null;

  /* A browser has few lines to one server, so a page that nobody looks at lets go of its own. */
  function listen(is_seen) {
    if (is_seen && !source) {
      source = new EventSource(`/.golden/live?${new URLSearchParams({ site: state.site, path: state.path })}`);
      source.addEventListener("open", () => line.textContent === STOPPED && say(""));
      source.addEventListener("message", (event) => hear(JSON.parse(event.data)));
      source.addEventListener("error", () => say(STOPPED));
    } else if (!is_seen && source) {
      source.close();
      source = null;
    }
  }

  root.append(styles, panel, bar);
  /* What has the focus is not to lie under it. */
  new ResizeObserver(() => (document.documentElement.style.scrollPaddingBottom = `${host.offsetHeight}px`)).observe(host);
  document.body.append(host);
  tell(state.notice);
  styled.then(find_back);
  document.addEventListener("visibilitychange", () => listen(!document.hidden));
  addEventListener("pagehide", () => listen(false));
  addEventListener("pageshow", () => listen(!document.hidden));
  listen(!document.hidden);
})();
